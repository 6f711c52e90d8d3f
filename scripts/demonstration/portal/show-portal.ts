/**
 * For whoever works on pages: builds the demonstration's portal without the CMS and serves it.
 * `node scripts/demonstration/portal/show-portal.ts <folder> [port]`
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { serve } from '../../server/index.ts';
import { buildDemonstrationPortal } from './build-portal.ts';

const [folder = 'var/portal', port = '8090'] = process.argv.slice(2);
const dataFolder = resolve(folder);
mkdirSync(dataFolder, { recursive: true });
const started = performance.now();
const { written } = await buildDemonstrationPortal(dataFolder, `http://127.0.0.1:${port}`);
console.log(`${written.length} files in ${((performance.now() - started) / 1000).toFixed(1)} s`);
const server = await serve({ dataFolder, host: '127.0.0.1', sitePort: Number(port) });
console.log(`http://127.0.0.1:${server.port}/`);
