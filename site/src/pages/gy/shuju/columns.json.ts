import type { APIRoute } from 'astro';
import { openColumns } from '../../../../page-data/index.ts';
import { reading } from '../../../reading.ts';

export const GET: APIRoute = () => new Response(`${JSON.stringify(openColumns(reading()))}\n`);
