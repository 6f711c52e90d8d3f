import type { APIRoute } from 'astro';
import { goneAddresses } from '../../page-data/index.ts';
import { reading } from '../reading.ts';

/** Addresses that the server answers with 410, one a line. */
export const GET: APIRoute = () =>
  new Response(
    goneAddresses(reading())
      .map((address) => `${address}\n`)
      .join(''),
  );
