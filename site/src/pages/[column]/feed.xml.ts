import type { APIRoute } from 'astro';
import { atomXml, columnFeed } from '../../../page-data/index.ts';
import { planned, reading } from '../../reading.ts';

export const getStaticPaths = () => planned('feed');

export const GET: APIRoute = ({ params }) => new Response(atomXml(columnFeed(reading(), params['column'] as string)));
