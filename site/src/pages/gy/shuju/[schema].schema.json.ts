import type { APIRoute } from 'astro';
import { jsonSchemaOf } from '../../../../page-data/index.ts';
import { SCHEMA_NAMES, type SchemaName } from '../../../../plan/machine-readable.ts';
import { reading } from '../../../reading.ts';

export const getStaticPaths = () => SCHEMA_NAMES.map((schema) => ({ params: { schema } }));

export const GET: APIRoute = ({ params }) =>
  new Response(`${JSON.stringify(jsonSchemaOf(reading().siteUrl, params['schema'] as SchemaName), null, 2)}\n`);
