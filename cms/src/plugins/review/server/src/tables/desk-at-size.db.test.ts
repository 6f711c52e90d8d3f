import createKnex, { type Knex } from 'knex';
import { defineTables } from './definitions';
import { countDocuments, listDocuments, type ListFilter } from './document-list';
import { limitedColumns, outputSince, proposals, publishing, unfinishedOf, waitingIn } from './home';
import { defineIndexes } from './indexes';

/** Plans of SQLite do not depend on the size; `DESK_DOCUMENTS=200000 SHOW_TIMES=1` gives the times. */
const DOCUMENTS = Number(process.env.DESK_DOCUMENTS ?? 10_000);

const rowsOf = `
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${DOCUMENTS})
INSERT INTO review_state (document_id, public_id, state, round, version, title, column_code, department_code, authors, corrections, former_columns,
  live_revision, live_event, published_at, released_at, index_number, changed_at)
SELECT printf('doc%021d', i), printf('p%09d', i),
  CASE WHEN i % 5000 = 1 THEN 'submitted' WHEN i % 5000 = 2 THEN 'returned' WHEN i % 5000 = 3 THEN 'draft' ELSE 'released' END,
  1, 1, '关于第' || i || '号事项的公告，供以后核对使用的一个不短的标题', 'col' || (i % 18), 'dep' || (i % 7), '["7"]', '[]', '[]',
  CASE WHEN i % 5000 IN (1, 2, 3) THEN NULL ELSE 1 END, i,
  CASE WHEN i % 5000 IN (1, 2, 3) THEN NULL ELSE strftime('%Y-%m-%dT%H:%M:%fZ', 1763900000 - (${DOCUMENTS} - i) * 1000, 'unixepoch') END,
  NULL, CASE WHEN i % 5 = 0 THEN 'SZF-2026-' || printf('%06d', i) END,
  strftime('%Y-%m-%dT%H:%M:%fZ', 1763900000 - (${DOCUMENTS} - i) * 1000, 'unixepoch')
FROM n`;

const EVERYTHING: ListFilter = {
  departments: 'all',
  states: [],
  column: null,
  author: null,
  text: '',
  by: 'changed_at',
  newestFirst: true,
  from: null,
  before: null,
  cursor: null,
};

const OWN = ['dep1', 'dep2', 'dep3', 'dep4'];
const DEEP = { at: '2025-09-01T00:00:00.000Z', documentId: 'doc', backwards: false };
const LISTS: Record<string, Partial<ListFilter>> = {
  everything: {},
  'everything, far down': { cursor: DEEP },
  'everything, far down and back': { cursor: { ...DEEP, backwards: true } },
  'released in a column': { states: ['released'], column: 'col3' },
  'a column of released, oldest first, far down': { states: ['released'], column: 'col3', newestFirst: false, cursor: DEEP },
  'on their way': { states: ['submitted', 'first-approved', 'approved'] },
  'own departments': { departments: OWN },
  'own departments, one column, published': { departments: OWN, column: 'col2', by: 'published_at' },
  'what I have not finished': { departments: OWN, states: ['draft', 'returned'], author: '7' },
  'words that nothing has': { text: '没有这样的字' },
  'words of one title': { text: '第3456号' },
  'words in own departments': { departments: OWN, text: '第3425号' },
  'an index number': { text: 'SZF-2026-000005' },
  'published in a month': { by: 'published_at', from: '2025-09-01T00:00:00.000Z', before: '2025-10-01T00:00:00.000Z' },
};

interface Asked {
  sql: string;
  bindings: unknown[];
}

describe(`the desk at ${DOCUMENTS} documents`, () => {
  let knex: Knex;
  let asked: Asked[] = [];
  const times: Record<string, number> = {};

  /** How SQLite goes about the queries that were asked, one line a step. */
  const plans = async (): Promise<string[]> => {
    const steps: string[] = [];
    for (const { sql, bindings } of asked.filter((query) => query.sql.startsWith('select'))) {
      steps.push(...((await knex.raw(`EXPLAIN QUERY PLAN ${sql}`, bindings as string[])) as { detail: string }[]).map(({ detail }) => detail));
    }
    return steps;
  };

  /** Steps that read every row of a large table. */
  const walks = (steps: string[]): string[] => steps.filter((step) => /^SCAN (review_state|documents|publication_event)(?! USING)/.test(step));
  /** Steps that sort what an index could have given in order. */
  const sorts = (steps: string[]): string[] => steps.filter((step) => step === 'USE TEMP B-TREE FOR ORDER BY');

  beforeAll(async () => {
    knex = createKnex({ client: 'better-sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true, pool: { min: 1, max: 1 } });
    await defineTables(knex);
    await defineIndexes(knex);
    await knex.schema.createTable('documents', (t) => {
      t.increments();
      t.string('document_id');
      t.text('body');
      t.string('document_number');
      t.string('published_at');
      t.index(['document_number', 'document_id'], 'documents_number_idx');
    });
    await knex.schema.createTable('columns', (t) => {
      t.string('code');
      t.string('name');
      t.integer('position');
      t.integer('fresh_within_days');
    });
    await knex('columns').insert(Array.from({ length: 18 }, (_, index) => ({ code: `col${index}`, name: `栏目${index}`, position: index, fresh_within_days: 14 })));
    await knex.raw(rowsOf);
    knex.on('query', (query: Asked) => void (query.sql.startsWith('EXPLAIN') || asked.push(query)));
  }, 120_000);
  afterAll(async () => {
    if (process.env.SHOW_TIMES) console.log(times);
    await knex.destroy();
  });

  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    asked = [];
    const start = performance.now();
    const value = await work();
    times[what] = Math.round(performance.now() - start);
    return value;
  };

  it('knows a slow plan when it sees one', async () => {
    await timed('planted', () => knex('review_state').where('title', 'x').orderBy('month').limit(1));
    expect(walks(await plans())).toHaveLength(1);
    expect(sorts(await plans())).toHaveLength(1);
  });

  it.each(Object.entries(LISTS))('lists %s by an index, in order', async (what, filter) => {
    const rows = await timed(`list: ${what}`, () => listDocuments(knex, { ...EVERYTHING, ...filter }, 21));
    expect(walks(await plans())).toEqual([]);
    // The few in these states are sorted; all others come in order.
    if (!filter.states?.includes('submitted')) expect(sorts(await plans())).toEqual([]);
    expect(rows.length > 0).toBe(!what.includes('nothing has'));
    await timed(`count: ${what}`, () => countDocuments(knex, { ...EVERYTHING, ...filter }));
    expect(walks(await plans())).toEqual([]);
  });

  it('finds words in the index and not in the rows', async () => {
    await timed('words', () => listDocuments(knex, { ...EVERYTHING, text: '没有这样的字' }, 21));
    expect(await plans()).toContainEqual('SEARCH review_state USING COVERING INDEX review_state_changed_idx (changed_at>?)');
  });

  it.each([
    ['unfinished', () => unfinishedOf(knex, OWN)],
    ['waiting', () => waitingIn(knex, 'submitted', 8)],
    ['proposals', () => proposals(knex, 8)],
    ['output', () => outputSince(knex, { day: '2025-11-23T00:00:00.000Z', week: '2025-11-17T00:00:00.000Z' }, 'all')],
    ['freshness', () => limitedColumns(knex)],
    ['publisher', () => publishing(knex, 8)],
  ] as [string, () => Promise<unknown>][])('answers the part %s of the home page from a few rows', async (part, ask) => {
    await timed(`home: ${part}`, ask);
    const steps = await plans();
    expect(walks(steps)).toEqual([]);
    // The partial indexes hold only the rows that are asked for.
    expect(steps.filter((step) => /^SCAN review_state/.test(step) && !/_(proposed|aside)_idx/.test(step))).toEqual([]);
  });
});
