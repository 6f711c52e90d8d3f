/** What a held build prints is what `astro build` by hand writes, to the byte: the whole of an imagined city. */
import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openReplica } from '../replica/index.ts';
import { ImaginedLife } from './fixtures/imagined-life.ts';
import { temporaryFolder } from './fixtures/published-tree.ts';
import { armStandby, type BuiltFolder } from './index.ts';
import { SITE_FOLDER } from './site-config.ts';

const siteUrl = 'http://portal.example';
const DOCUMENTS = 25;
const COMMANDS = 30;
const run = promisify(execFile);

const contents = async ({ folder, written }: BuiltFolder): Promise<[string, string][]> =>
  Promise.all(written.map(async (path): Promise<[string, string]> => [path, await readFile(join(folder, path), 'latin1')]));

/** `astro build`, as anybody may run it by hand. */
async function builtByHand(replica: string): Promise<Map<string, string>> {
  const root = fileURLToPath(SITE_FOLDER);
  const out = join(root, '.staging', `hand-${process.pid}-0`, 'out');
  const astro = join(createRequire(join(root, 'package.json')).resolve('astro/package.json'), '..', 'bin', 'astro.mjs');
  try {
    await run(process.execPath, [astro, 'build', '--root', root, '--outDir', out], {
      cwd: root,
      env: { ...process.env, GONGKAI_REPLICA: replica, SITE_URL: siteUrl, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' },
    });
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    const written = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1));
    return new Map(await contents({ folder: out, written }));
  } finally {
    await rm(join(out, '..'), { recursive: true, force: true });
  }
}

test(
  'a held build prints what astro build writes',
  async () => {
    const { folder, remove } = await temporaryFolder();
    const file = join(folder, 'replica.db');
    const replica = openReplica(file, { siteUrl });
    const standby = await armStandby({ replica: file, siteUrl, slot: 'held' });
    try {
      const life = new ImaginedLife(7, DOCUMENTS);
      for (let step = 0; step < COMMANDS; step += 1) life.command();
      replica.apply(life.takeChanges());
      const { pages, assets, failures } = await standby.run(replica.everything().write);
      expect(failures).toEqual([]);
      const held = new Map([...(await contents(pages)), ...(await contents(assets))]);
      const byHand = await builtByHand(file);
      expect([...held.keys()].sort()).toEqual([...byHand.keys()].sort());
      expect([...held].filter(([path, bytes]) => byHand.get(path) !== bytes).map(([path]) => path)).toEqual([]);
      expect(held.size).toBeGreaterThan(200);
    } finally {
      await standby.dispose();
      replica.close();
      await remove();
    }
  },
  3 * 60_000,
);
