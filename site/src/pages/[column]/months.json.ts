import type { APIRoute } from 'astro';
import { openMonths } from '../../../page-data/index.ts';
import { planned, reading } from '../../reading.ts';

export const getStaticPaths = () => planned('monthsData');

/** Months of a column with their data files. */
export const GET: APIRoute = ({ params }) => new Response(`${JSON.stringify(openMonths(reading(), params['column'] as string))}\n`);
