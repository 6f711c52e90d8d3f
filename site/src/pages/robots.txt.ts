import type { APIRoute } from 'astro';
import { hrefOf, SEARCH } from '../../plan/addresses.ts';
import { reading } from '../reading.ts';

/** The search page is for search engines, what somebody looked for on it is not. */
const RULES = ['User-agent: *', `Disallow: ${hrefOf(SEARCH)}?`];

export const GET: APIRoute = () => new Response([...RULES, `Sitemap: ${reading().siteUrl}/sitemap-index.xml`, ''].join('\n'));
