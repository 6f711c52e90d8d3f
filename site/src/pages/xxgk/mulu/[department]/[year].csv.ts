import type { APIRoute } from 'astro';
import { catalogueTable } from '../../../../../page-data/index.ts';
import { planned, reading } from '../../../../reading.ts';

export const getStaticPaths = () => planned('catalogueTable');

export const GET: APIRoute = ({ params }) =>
  new Response(catalogueTable(reading(), { department: params['department'] as string, year: params['year'] as string }));
