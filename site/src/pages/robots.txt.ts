import type { APIRoute } from 'astro';
import { reading } from '../reading.ts';

export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\nSitemap: ${reading().siteUrl}/sitemap-index.xml\n`);
