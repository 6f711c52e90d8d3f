import type { APIRoute } from 'astro';
import { statisticsTable } from '../../../page-data/index.ts';
import { STATISTICS_NAMES, type StatisticsName } from '../../../plan/machine-readable.ts';
import { reading } from '../../reading.ts';

export const getStaticPaths = () => STATISTICS_NAMES.map((table) => ({ params: { table } }));

export const GET: APIRoute = ({ params }) => new Response(statisticsTable(reading(), params['table'] as StatisticsName));
