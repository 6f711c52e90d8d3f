import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../processes/free-port.ts';
import { FAILPOINTS } from './failpoint.ts';
import { newsItem, pageOf } from './fixtures/documents.ts';
import { FEED_TOKEN, OPERATOR_TOKEN, StandInCms, WEBHOOK_SECRET } from './fixtures/stand-in-cms.ts';
import { shownBy, temporaryFolder } from './fixtures/trees.ts';
import { rebuild, verifyTree } from './index.ts';
import type { PublisherSettings } from './index.ts';

const CHILD = join(import.meta.dirname, 'fixtures', 'publisher-in-a-child.ts');
const WORKSPACE = join(import.meta.dirname, '..', '..');
const WITHIN_MS = 60_000;

/** What it says goes to `publisher.log` of its data folder. */
function publisherIn(settings: PublisherSettings, failpoint: string): ChildProcess {
  const env = { ...process.env, NODE_OPTIONS: '', GONGKAI_FAILPOINT: failpoint };
  const log = openSync(join(settings.dataFolder, 'publisher.log'), 'a');
  const child = spawn(process.execPath, [CHILD, JSON.stringify(settings)], { env, stdio: ['ignore', log, log] });
  closeSync(log);
  return child;
}

async function until(what: () => boolean, why: string): Promise<void> {
  const deadline = Date.now() + WITHIN_MS;
  while (!what()) {
    if (Date.now() > deadline) throw new Error(`not in time: ${why}`);
    await setTimeout(30);
  }
}

/** @returns the signal it died of, or what it said before it ended by itself */
async function stopped(child: ChildProcess, { dataFolder }: PublisherSettings): Promise<string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode ?? `exit ${child.exitCode}: ${readFileSync(join(dataFolder, 'publisher.log'), 'utf8')}`;
}

describe('a publisher killed at a step of its path', () => {
  const first = temporaryFolder();
  let cms: StandInCms;
  let settings: PublisherSettings;
  const acknowledged = () => cms.acknowledgements.at(-1)?.upTo ?? 0;
  const within = (dataFolder: string): PublisherSettings => ({ ...settings, dataFolder });

  beforeAll(async () => {
    cms = await new StandInCms().open();
    const publisherPort = await freePort();
    const publisherUrl = `http://127.0.0.1:${publisherPort}`;
    const secrets = { feedToken: FEED_TOKEN, operatorToken: OPERATOR_TOKEN, webhookSecret: WEBHOOK_SECRET };
    const common = {
      workspace: WORKSPACE,
      dataFolder: first.folder,
      host: '127.0.0.1',
      publisherPort,
      siteUrl: 'http://site.example',
    };
    settings = { ...common, cmsUrl: cms.url, publisherUrl, secrets };
    for (let n = 1; n <= 6; n += 1)
      cms.release(newsItem(n, { attachments: [{ ...cms.file(Buffer.from(`附件 ${n}`)), name: '附件.docx' }] }));
    const child = publisherIn(settings, '');
    await until(() => acknowledged() >= cms.seq, 'the first release');
    child.kill('SIGTERM');
    await stopped(child, settings);
  });
  afterAll(async () => {
    await cms.close();
    first.remove();
  });

  it.each(FAILPOINTS.map((failpoint, index) => [failpoint, index] as const))(
    '%s: nothing is lost, doubled or half visible',
    async (failpoint, index) => {
      const { folder, remove } = temporaryFolder();
      cpSync(first.folder, folder, { recursive: true, verbatimSymlinks: true });
      const root = join(folder, 'site/current');
      const [added, corrected, leaked] = [newsItem(100 + index), newsItem(1, { title: `更正 ${index}` }), newsItem(2)];
      cms.release(newsItem(2, { attachments: [{ ...cms.file(Buffer.from('附件 2')), name: '附件.docx' }] }));
      cms.release(added);
      cms.release(corrected);
      cms.withdraw(leaked, 'leak');

      expect(await stopped(publisherIn(within(folder), failpoint), within(folder))).toBe('SIGKILL');
      const half = shownBy(root);
      // Either all of the change is visible or none of it.
      const visible = [
        half[pageOf(added)] !== undefined,
        half[pageOf(corrected)]!.includes(corrected.title),
        !half[pageOf(leaked)]!.includes(leaked.title),
      ];
      expect(new Set(visible).size).toBe(1);

      const next = publisherIn(within(folder), '');
      await until(() => acknowledged() >= cms.seq && outgoingIn(folder) === 0, `recovery ${failpoint}`);
      next.kill('SIGTERM');
      await stopped(next, within(folder));
      const shown = shownBy(root);
      expect(shown[pageOf(added)]).toContain(added.title);
      expect(shown[pageOf(corrected)]).toContain(corrected.title);
      expect(shown[pageOf(leaked)]).not.toContain(leaked.title);
      expect(shown['gone.txt']).toContain(leaked.id);
      expect((await verifyTree(within(folder))).faults).toEqual([]);
      expect(keptReleasesNaming(folder, leaked.title)).toEqual([]);

      // What recovery left is what a full build makes.
      await rebuild(within(folder));
      const rebuilt = shownBy(root);
      const pages = (all: Record<string, string>) =>
        Object.entries(all).filter(([path]) => !path.startsWith('search/p/') && path !== 'search/bundles.json');
      expect(Object.fromEntries(pages(rebuilt))).toEqual(Object.fromEntries(pages(shown)));
      remove();
    },
  );
});

function outgoingIn(folder: string): number {
  const file = join(folder, 'publisher/outgoing.json');
  if (!existsSync(file)) return 0;
  return (JSON.parse(readFileSync(file, 'utf8')) as { withdrawals: unknown[] }).withdrawals.length;
}

function keptReleasesNaming(folder: string, words: string): string[] {
  const releases = readdirSync(join(folder, 'site/releases')).filter((name) => !name.endsWith('.json'));
  return releases.filter((name) =>
    Object.values(shownBy(join(folder, 'site/releases', name))).some((text) => text.includes(words)),
  );
}
