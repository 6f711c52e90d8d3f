/** Counts behind the statistics: what they say is what counting all documents says, whatever happened in between. */
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { imaginedColumns, imaginedDepartments } from '../build/fixtures/imagined-city.ts';
import { ImaginedLife } from '../build/fixtures/imagined-life.ts';
import { temporaryFolder } from '../build/fixtures/published-tree.ts';
import { openReplica, type Replica } from './index.ts';

const siteUrl = 'http://portal.example';

/** The same figures by walking over everything that is public. */
function counted(replica: Replica): { departments: Map<string, number>; corrections: number; own: Map<string, number> } {
  const [departments, own] = [new Map<string, number>(), new Map<string, number>()];
  let corrections = 0;
  for (const document of replica.documents({ limit: 10_000 })) {
    if (!replica.column(document.column)) continue;
    const add = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
    add(departments, `${document.department} ${document.month}`);
    add(own, `${document.column} ${document.month}`);
    corrections += document.corrections.length;
  }
  return { departments, corrections, own };
}

function kept(replica: Replica): ReturnType<typeof counted> {
  return {
    departments: new Map(replica.departmentMonths().map(({ department, month, documents }) => [`${department} ${month}`, documents])),
    corrections: replica.correctionsByYear().reduce((sum, each) => sum + each.corrections, 0),
    own: new Map(replica.ownMonths().map(({ column, month, documents }) => [`${column} ${month}`, documents])),
  };
}

test('a random life leaves counts that are true, also in a replica of an earlier version that is opened again', async () => {
  const { folder, remove } = await temporaryFolder();
  const file = join(folder, 'replica.db');
  const life = new ImaginedLife(5, 20);
  let replica = openReplica(file, { siteUrl });
  replica.apply(life.takeChanges());
  let corrected = 0;
  for (let step = 0; step < 120; step += 1) {
    if (life.command() === 'correct') corrected += 1;
    replica.apply(life.takeChanges());
    expect(kept(replica)).toEqual(counted(replica));
  }
  expect(corrected).toBeGreaterThan(5);
  const truth = counted(replica);
  expect(truth.corrections).toBeGreaterThan(0);
  replica.close();
  const raw = new Database(file);
  raw.exec('DROP TABLE department_months; DROP TABLE corrections');
  raw.close();
  replica = openReplica(file, { siteUrl });
  expect(kept(replica)).toEqual(truth);
  replica.close();
  await remove();
});

test('the figures are read without a walk over all documents', async () => {
  const { folder, remove } = await temporaryFolder();
  const replica = openReplica(join(folder, 'replica.db'), { siteUrl });
  replica.apply([
    ...imaginedColumns().map((column, index) => ({ type: 'column.put' as const, seq: index + 1, at: '2026-01-01T00:00:00.000Z', column })),
    ...imaginedDepartments().map((department, index) => ({ type: 'department.put' as const, seq: index + 50, at: '2026-01-01T00:00:00.000Z', department })),
  ]);
  replica.close();
  const raw = new Database(join(folder, 'replica.db'), { readonly: true });
  const plan = (sql: string): string => JSON.stringify(raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
  // `documents` may be looked into by id, never read from one end to the other.
  const statements = [
    'SELECT max(updated) FROM months WHERE column_code IN (SELECT code FROM columns)',
    'SELECT department_code, month, sum(documents) FROM department_months WHERE column_code IN (SELECT code FROM columns) GROUP BY 1, 2',
    "SELECT strftime('%Y', at, '+8 hours') AS year, count(*) FROM corrections JOIN documents USING (id) WHERE column_code IN (SELECT code FROM columns) GROUP BY year",
  ];
  for (const sql of statements) expect(plan(sql)).not.toMatch(/SCAN documents/);
  expect(plan('SELECT count(*) FROM documents')).toMatch(/SCAN documents/);
  raw.close();
  await remove();
});
