import type { APIRoute } from 'astro';
import { searchSuggestions } from '../../../page-data/index.ts';
import { reading } from '../../reading.ts';

/** Read by the search page when somebody begins to type. */
export const GET: APIRoute = () => new Response(`${JSON.stringify(searchSuggestions(reading()))}\n`);
