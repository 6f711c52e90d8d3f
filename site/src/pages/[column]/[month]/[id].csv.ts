import type { APIRoute } from 'astro';
import { dataFileAt } from '../../../../page-data/index.ts';
import { planned, reading } from '../../../reading.ts';

export const getStaticPaths = () => planned('data');

/** Figures of a data set as a file. */
export const GET: APIRoute = ({ params }) => {
  const { column, month, id } = params as { column: string; month: string; id: string };
  return new Response(dataFileAt(reading(), column, month, id), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
