import type { APIRoute } from 'astro';
import { approvedAt } from '../../../../page-data/index.ts';
import { planned, reading } from '../../../reading.ts';

export const getStaticPaths = () => planned('approved');

/** What was approved, byte for byte: its SHA-256 is the hash on the page. */
export const GET: APIRoute = ({ params }) => {
  const { column, month, id } = params as { column: string; month: string; id: string };
  return new Response(approvedAt(reading(), column, month, id), { headers: { 'content-type': 'application/json' } });
};
