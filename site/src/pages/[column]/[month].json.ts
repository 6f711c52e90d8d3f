import type { APIRoute } from 'astro';
import { openMonth } from '../../../page-data/index.ts';
import { planned, reading } from '../../reading.ts';

export const getStaticPaths = () => planned('monthData');

/** Open data: one column's documents of one month, whole. */
export const GET: APIRoute = ({ params }) =>
  new Response(`${JSON.stringify(openMonth(reading(), params['column'] as string, params['month'] as string))}\n`);
