import type { APIRoute } from 'astro';
import { atomXml, siteFeed } from '../../page-data/index.ts';
import { reading } from '../reading.ts';

/** Newest documents of all columns. */
export const GET: APIRoute = () => new Response(atomXml(siteFeed(reading())));
