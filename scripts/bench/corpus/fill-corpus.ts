import { columns } from '../../demonstration/columns.ts';
import { departments } from '../../demonstration/departments.ts';
import { operate } from '../../desk/desk.ts';
import type { ImportRow } from '../../import/convert.ts';
import type { Settings } from '../../settings.ts';
import type { Pool } from './paragraphs.ts';
import { corpusRows } from './rows.ts';

const ROWS_PER_BATCH = 500;

/**
 * Publishes a corpus in a running CMS, in bulk, by the command that imports.
 * @param say told how far it is
 */
export const fillCorpus = async (settings: Settings, pool: Pool, given: { documents: number; seed: number }, say: (detail: string) => void = () => undefined): Promise<void> => {
  const ask = <T>(path: string, body: unknown) => operate<T>(settings.cmsUrl, settings.secrets.operatorToken, path, body);
  await ask('reference', { columns, departments });
  let done = 0;
  const send = async (rows: ImportRow[]): Promise<void> => {
    const { results } = await ask<{ results: { outcome: string; message?: string }[] }>('import', { source: `corpus-${given.seed}`, rows });
    const refused = results.find((result) => result.outcome === 'refused');
    if (refused) throw new Error(`A row of the corpus was refused: ${refused.message}`);
    done += rows.length;
    say(`${done} / ${given.documents}`);
  };
  // One batch on its way while the next is made: the CMS and this process have a core each.
  let onItsWay: Promise<void> = Promise.resolve();
  let rows: ImportRow[] = [];
  for (const row of corpusRows(pool, given.seed, given.documents)) {
    rows.push(row);
    if (rows.length < ROWS_PER_BATCH) continue;
    await onItsWay;
    onItsWay = send(rows);
    rows = [];
  }
  await onItsWay;
  if (rows.length > 0) await send(rows);
};
