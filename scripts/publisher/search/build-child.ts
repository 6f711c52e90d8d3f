/**
 * A process of its own for background builds: the indexer's gigabytes and the seconds of cutting text stay away from the publisher.
 * Gets one `BuildOrder`, answers with each bundle as it is done, and ends; ends at once when its parent does.
 */
import { readReplica } from '@gongkai/site/replica';
import type { BuildAnswer, BuildOrder } from './build.ts';
import { cutIntoPortions } from './portions.ts';
import type { Outline } from './portions.ts';
import { dateDigits, isOfficial } from './record.ts';
import { closeIndexer, writeBundle } from './write-bundle.ts';

const PORTION = 500;

/** Resolves when the message is on its way: a process that ends before that takes its last words with it. */
const answer = (message: BuildAnswer): Promise<void> =>
  new Promise((resolve, reject) => process.send?.(message, undefined, {}, (error) => (error ? reject(error) : resolve())));

async function build({ replicaFile, folder, kind, ids, characters }: BuildOrder): Promise<void> {
  const replica = readReplica(replicaFile, { siteUrl: 'http://search.invalid' });
  const wanted = ids && new Set(ids);
  const outlines: Outline[] = [];
  for (let after = ''; ;) {
    const documents = replica.documents({ after, limit: PORTION });
    for (const document of documents) {
      if (wanted && !wanted.has(document.id)) continue;
      outlines.push({
        id: document.id,
        official: isOfficial(document),
        date: dateDigits(document.publishedAt),
        characters: document.body.length,
      });
    }
    const last = documents.at(-1);
    if (!last) break;
    after = last.id;
  }
  for (const portion of cutIntoPortions(outlines, characters)) {
    const documents = portion.flatMap((id) => replica.document(id) ?? []).filter(({ column }) => replica.column(column) !== null);
    await answer({ type: 'bundle', contents: await writeBundle(folder, kind, documents) });
    await closeIndexer();
  }
  replica.close();
  await answer({ type: 'done' });
}

process.on('disconnect', () => process.exit(1));
process.on('message', (order: BuildOrder) => {
  build(order).then(
    () => process.exit(0),
    async (error: unknown) => {
      await answer({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      process.exit(1);
    },
  );
});
