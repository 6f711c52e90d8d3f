import type { APIRoute } from 'astro';
import { sitemapIndex, sitemapIndexXml } from '../../page-data/index.ts';
import { reading } from '../reading.ts';

/** Index of the sitemaps by month: ours, since the integration's own knows only the months of the present plan. */
export const GET: APIRoute = () => new Response(sitemapIndexXml(sitemapIndex(reading())));
