import { createHash } from 'node:crypto';
import { operate } from '../desk/desk.ts';
import { onBothDatabases, type Trial } from './on-both-databases.ts';
import { releaseOne } from './portal.ts';
import { openRawDatabase, type RawDatabase } from './raw-database.ts';

interface Entry {
  seq: number;
  at: string;
  actor_id: string;
  actor_name: string;
  action: string;
  object: string;
  detail: string;
  previous_hash: string;
  hash: string;
}

interface Verification {
  ok: boolean;
  entries: number;
  faults: { seq: number | null; code: string }[];
}

interface Alteration {
  name: string;
  sql: string[];
}

const COLUMNS = ['at', 'actor_id', 'actor_name', 'action', 'object', 'detail', 'previous_hash', 'hash'] as const;

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const other = (column: (typeof COLUMNS)[number], value: string): string => {
  if (column === 'detail') return '{"reason":"改过"}';
  if (column.endsWith('hash')) return createHash('sha256').update(value).digest('hex');
  if (column === 'at') return '2020-01-01T00:00:00.000Z';
  return `${value}改`;
};
const insert = (entry: Entry, verb = 'INSERT INTO', tail = ''): string =>
  `${verb} review_audit (seq, at, actor_id, actor_name, action, object, detail, previous_hash, hash) VALUES (${entry.seq}, ${[
    entry.at, entry.actor_id, entry.actor_name, entry.action, entry.object, entry.detail, entry.previous_hash, entry.hash,
  ].map(quoted).join(', ')})${tail}`;
const headAt = (entry: Entry): string => `UPDATE review_audit_head SET seq = ${entry.seq}, hash = ${quoted(entry.hash)} WHERE id = 1`;

/** Ways in which somebody with the database in hand could alter the record. */
const alterations = (entries: Entry[], kind: RawDatabase['kind']): Alteration[] => {
  const at = (index: number): Entry => entries.at(index) as Entry;
  const [first, middle, last] = [at(0), at(Math.floor(entries.length / 2)), at(-1)];
  const next = { ...last, seq: last.seq + 1 };
  const update = (seq: number, change: string) => `UPDATE review_audit SET ${change} WHERE seq = ${seq}`;
  const changed = [first, middle, last].flatMap((entry) =>
    COLUMNS.map((column) => ({ name: `${column} of entry ${entry.seq} changed`, sql: [update(entry.seq, `${column} = ${quoted(other(column, entry[column]))}`)] })),
  );
  const resealed = () => {
    let previous = at(-6).hash;
    return entries.slice(-5).map((entry) => {
      const hash = createHash('sha256').update(`${previous}${entry.detail}`).digest('hex');
      const sql = update(entry.seq, `actor_name = '别人', previous_hash = '${previous}', hash = '${hash}'`);
      previous = hash;
      return sql;
    });
  };
  const forged = { ...next, actor_name: '伪造', previous_hash: last.hash, hash: createHash('sha256').update('forged').digest('hex') };
  return [
    ...changed,
    { name: 'first entry deleted', sql: [`DELETE FROM review_audit WHERE seq = ${first.seq}`] },
    { name: 'an entry in the middle deleted', sql: [`DELETE FROM review_audit WHERE seq = ${middle.seq}`] },
    { name: 'three entries in the middle deleted', sql: [`DELETE FROM review_audit WHERE seq BETWEEN ${middle.seq} AND ${middle.seq + 2}`] },
    { name: 'last entry deleted', sql: [`DELETE FROM review_audit WHERE seq = ${last.seq}`] },
    { name: 'everything deleted', sql: ['DELETE FROM review_audit'] },
    { name: 'tail of one cut and the head moved back', sql: [`DELETE FROM review_audit WHERE seq = ${last.seq}`, headAt(at(-2))] },
    { name: 'tail of ten cut and the head moved back', sql: [`DELETE FROM review_audit WHERE seq > ${at(-11).seq}`, headAt(at(-11))] },
    { name: 'everything deleted and the head at zero', sql: ['DELETE FROM review_audit', `UPDATE review_audit_head SET seq = 0, hash = '${'0'.repeat(64)}'`] },
    { name: 'a deletion closed up by renumbering', sql: [`DELETE FROM review_audit WHERE seq = ${middle.seq}`, ...entries.filter((entry) => entry.seq > middle.seq).map((entry) => update(entry.seq, `seq = ${entry.seq - 1}`)), `UPDATE review_audit_head SET seq = ${last.seq - 1}`] },
    { name: 'two neighbours swapped', sql: [update(middle.seq, 'seq = -1'), update(middle.seq + 1, `seq = ${middle.seq}`), update(-1, `seq = ${middle.seq + 1}`)] },
    { name: 'first and last swapped', sql: [update(first.seq, 'seq = -1'), update(last.seq, `seq = ${first.seq}`), update(-1, `seq = ${last.seq}`)] },
    { name: 'an entry numbered zero', sql: [update(first.seq, 'seq = 0')] },
    { name: 'an entry numbered below zero', sql: [update(middle.seq, 'seq = -7')] },
    { name: 'an entry moved behind the end', sql: [update(middle.seq, `seq = ${last.seq + 5}`)] },
    { name: 'a forged entry appended', sql: [insert(forged)] },
    { name: 'a forged entry appended and made head', sql: [insert(forged), headAt(forged)] },
    { name: 'the last entry appended once more', sql: [insert({ ...next, previous_hash: last.previous_hash })] },
    { name: 'an old entry played again and made head', sql: [insert({ ...middle, seq: next.seq, previous_hash: last.hash }), headAt({ ...middle, seq: next.seq })] },
    { name: 'an entry put before the first', sql: [insert({ ...first, seq: 0 })] },
    { name: 'an entry put far behind the end', sql: [insert({ ...next, seq: last.seq + 100 })] },
    { name: 'an entry replaced under its number', sql: [kind === 'sqlite' ? insert({ ...middle, actor_name: '替换' }, 'INSERT OR REPLACE INTO') : insert({ ...middle, actor_name: '替换' }, 'INSERT INTO', ' ON CONFLICT (seq) DO UPDATE SET actor_name = EXCLUDED.actor_name')] },
    { name: 'the last five resealed without the key', sql: [...resealed(), `UPDATE review_audit_head SET hash = (SELECT hash FROM review_audit WHERE seq = ${last.seq})`] },
    { name: 'blanks slipped into a detail', sql: [update(middle.seq, `detail = ${quoted(middle.detail.replace('{', '{ '))}`)] },
    { name: 'a detail that is no JSON', sql: [update(middle.seq, "detail = 'x'")] },
    { name: 'an empty detail', sql: [update(middle.seq, "detail = '{}'")] },
    { name: 'the head numbered higher', sql: [`UPDATE review_audit_head SET seq = ${last.seq + 3}`] },
    { name: 'the head with another seal', sql: [`UPDATE review_audit_head SET hash = '${'f'.repeat(64)}'`] },
    { name: 'the head gone', sql: ['DELETE FROM review_audit_head'] },
    { name: 'every actor renamed', sql: ["UPDATE review_audit SET actor_name = '某人'"] },
  ];
};

onBothDatabases('the audit record cannot be altered unseen', (trial) => {
  let raw: RawDatabase;
  let entries: Entry[] = [];

  const verify = (): Promise<Verification> => operate<Verification>(trial().settings.cmsUrl, trial().settings.secrets.operatorToken, 'verify', {});
  const restore = async (): Promise<void> => {
    await raw.withoutTriggers('review_audit', async () => {
      await raw.run('DELETE FROM review_audit');
      for (let from = 0; from < entries.length; from += 20) for (const entry of entries.slice(from, from + 20)) await raw.run(insert(entry));
      await raw.run('DELETE FROM review_audit_head');
      const last = entries.at(-1) as Entry;
      await raw.run(`INSERT INTO review_audit_head (id, seq, hash) VALUES (1, ${last.seq}, '${last.hash}')`);
    });
  };
  const attempt = async (alteration: Alteration): Promise<'refused' | 'done'> => {
    try {
      await raw.run(`BEGIN; ${alteration.sql.join('; ')}; COMMIT;`);
      return 'done';
    } catch {
      await raw.run('ROLLBACK').catch(() => undefined);
      return 'refused';
    }
  };

  beforeAll(async () => {
    await releaseOne((trial() satisfies Trial).portal);
    await releaseOne(trial().portal);
    raw = await openRawDatabase(trial().settings);
    entries = (await raw.rows<Entry>('SELECT * FROM review_audit ORDER BY seq')).map((entry) => ({ ...entry, seq: Number(entry.seq) }));
  });
  afterAll(() => raw.close());

  test('untouched it is whole', async () => {
    expect(await verify()).toMatchObject({ ok: true, entries: entries.length, faults: [] });
  });

  test('50 and more alterations are refused by the database, or found', async () => {
    const all = alterations(entries, raw.kind);
    expect(all.length).toBeGreaterThanOrEqual(50);
    const unseen: string[] = [];
    let refused = 0;
    for (const alteration of all) {
      if ((await attempt(alteration)) === 'refused') refused += 1;
      else {
        if ((await verify()).ok) unseen.push(alteration.name);
        await restore();
      }
    }
    expect(unseen).toEqual([]);
    expect(refused).toBeGreaterThan(35);
    expect((await verify()).ok).toBe(true);
  });

  test('with the triggers out of the way for a moment, every one of them is found', async () => {
    const unseen: string[] = [];
    for (const alteration of alterations(entries, raw.kind)) {
      let outcome: string = 'refused';
      await raw.withoutTriggers('review_audit', async () => {
        outcome = await attempt(alteration);
      });
      // A key of the table may still stand in the way; then nothing has changed.
      if (outcome === 'done' && (await verify()).ok) unseen.push(alteration.name);
      await restore();
    }
    expect(unseen).toEqual([]);
    expect((await verify()).ok).toBe(true);
  });

  test('a removed trigger and a removed table are found', async () => {
    await raw.run(raw.kind === 'sqlite' ? 'DROP TRIGGER review_audit_no_update' : 'ALTER TABLE review_audit DISABLE TRIGGER review_audit_no_update');
    expect((await verify()).faults.map((fault) => fault.code)).toContain('TRIGGER_MISSING');
    await raw.run('ALTER TABLE review_audit RENAME TO review_audit_elsewhere');
    expect((await verify()).faults.map((fault) => fault.code)).toEqual(['TABLE_MISSING']);
  });
});
