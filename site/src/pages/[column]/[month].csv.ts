import type { APIRoute } from 'astro';
import { openMonthTable } from '../../../page-data/index.ts';
import { planned, reading } from '../../reading.ts';

export const getStaticPaths = () => planned('monthTable');

/** Open data: the same documents as a table. */
export const GET: APIRoute = ({ params }) =>
  new Response(openMonthTable(reading(), params['column'] as string, params['month'] as string));
