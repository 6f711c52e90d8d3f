import type { APIRoute } from 'astro';
import { securityText } from '../../../page-data/index.ts';
import { reading } from '../../reading.ts';

export const GET: APIRoute = () => new Response(securityText(reading()));
