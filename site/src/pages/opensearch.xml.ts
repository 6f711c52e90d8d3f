import type { APIRoute } from 'astro';
import { openSearchXml } from '../../page-data/index.ts';
import { reading } from '../reading.ts';

export const GET: APIRoute = () => new Response(openSearchXml(reading().siteUrl));
