import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { WORKSPACE } from '../settings.ts';

/** Breaches planted in a workspace of our own; a rule that finds none of them guards nothing. */
const BREACHES: Record<string, [file: string, content: string][]> = {
  'site-knows-no-cms': [['site/a.ts', "import '../cms/src/b.ts';"]],
  'cms-knows-no-site': [['cms/src/b.ts', "import '../../site/a.ts';"]],
  'scripts-know-no-cms': [['scripts/a.ts', "import '../cms/src/b.ts';"]],
  'site-knows-no-scripts': [['site/a.ts', "import '../scripts/a.ts';"]],
  'scripts-use-the-doors-of-site': [['scripts/a.ts', "import '../site/page-data/home.ts';"]],
  'decisions-without-machinery': [['cms/src/plugins/review/server/src/decisions/states.ts', "import 'node:fs';"]],
  'plan-without-machinery': [['site/plan/plan.ts', "import 'better-sqlite3';"]],
  'contract-without-machinery': [['site/contract/document.ts', "import 'node:fs/promises';"]],
  'bigrams-without-machinery': [['site/search/bigrams.ts', "import 'node:child_process';"]],
  'no-circles': [
    ['scripts/a.ts', "import './c.ts';"],
    ['scripts/c.ts', "import './a.ts';"],
  ],
  'nothing-missing': [['scripts/a.ts', "import './nowhere.ts';"]],
  'tests-are-not-imported': [['scripts/a.ts', "import './d.unit.test.ts';"]],
};

const FILES: [string, string][] = [
  ['site/a.ts', ''],
  ['site/page-data/home.ts', ''],
  ['cms/src/b.ts', ''],
  ['scripts/a.ts', ''],
  ['scripts/d.unit.test.ts', ''],
  ['node_modules/better-sqlite3/index.js', ''],
  ['node_modules/better-sqlite3/package.json', '{"name":"better-sqlite3","version":"1.0.0"}'],
  ['package.json', '{"dependencies":{"better-sqlite3":"1.0.0"}}'],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-rules-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (workspace: string, files: [string, string][]): void => {
  for (const [file, content] of files) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    appendFileSync(join(workspace, file), `${content}\n`);
  }
};

const brokenRules = (name: string, breaches: [string, string][]): string[] => {
  const workspace = join(folder, name);
  write(workspace, FILES);
  write(workspace, breaches);
  const script = join(WORKSPACE, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--config', join(WORKSPACE, '.dependency-cruiser.cjs'), '--output-type', 'json', 'scripts', 'site', 'cms'],
    {
      cwd: workspace,
      encoding: 'utf8',
    },
  );
  if (!stdout.startsWith('{')) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
};

test('a workspace that keeps the rules breaks none', () => expect(brokenRules('clean', [])).toEqual([]));

test('every rule finds the breach planted for it', () => {
  expect(brokenRules('broken', Object.values(BREACHES).flat())).toEqual(Object.keys(BREACHES).sort());
});

test('every rule has a breach planted for it', () => {
  const { forbidden } = createRequire(import.meta.url)(join(WORKSPACE, '.dependency-cruiser.cjs')) as {
    forbidden: { name: string }[];
  };
  expect(forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(BREACHES).sort());
});
