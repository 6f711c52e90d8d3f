import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, readSettings, WORKSPACE } from '../settings.ts';
import { SECRET_VARIABLES } from '../settings/secrets.ts';
import { brokenCommands, callOf } from './documents/broken-commands.ts';
import { brokenLinks, reachable } from './documents/broken-links.ts';
import { faultOfCall, loadCommands } from './documents/operators-command.ts';
import { readDocument } from './documents/read-document.ts';

const textOf = (path: string): string => readFileSync(join(WORKSPACE, path), 'utf8');
const paths = globSync(['README*.md', 'docs/**/*.md'], { cwd: WORKSPACE }).sort();
const documents = new Map(paths.map((path) => [path, readDocument(textOf(path))]));

const folder = mkdtempSync(join(tmpdir(), 'gongkai-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Secrets come from the environment where a test runs inside somebody's portal: here there are none but those given. */
const withoutOurs = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !Object.values<string>(SECRET_VARIABLES).includes(name) && name !== 'NODE_OPTIONS',
  ),
);

interface Run {
  code: number | null;
  output: string;
  complaint: string;
}

/** Runs the operators' command as npm would, but for npm: it might install. */
const run = (words: string[], extra: NodeJS.ProcessEnv = {}): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(WORKSPACE, 'scripts', 'gongkai.ts'), ...words], {
    cwd: WORKSPACE,
    env: { ...withoutOurs, GONGKAI_DATA: join(folder, 'empty'), ...extra },
    encoding: 'utf8',
  });
  return { code: status, output: stdout, complaint: stderr };
};

/** Variables that are settings, secrets apart. */
const settingNames = (): string[] => {
  const environment = { ...withoutOurs, GONGKAI_DATA: join(folder, 'settings'), DATABASE_URL: 'postgres://a@b/c' };
  return Object.keys(childEnvironment(readSettings(environment, { makeSecrets: true }), {}));
};

const shown = [...documents.values()].flatMap(({ commands }) => commands.map(({ text }) => text));
const calls = [...new Map(shown.flatMap((text) => (callOf(text) ? [[text, callOf(text) as string[]] as const] : []))).entries()];
const isHelp = ([, words]: readonly [string, string[]]): boolean => words.includes('--help') || words[0] === 'help';

/** Commands that are shown and not run here, each with the reason. */
const NOT_RUN: Record<string, string> = {
  start: 'stays in the foreground; every trial starts the same parts',
  publish: 'stays in the foreground',
  test: 'is what runs this',
  import: 'needs a running CMS; import-file.db.test.ts',
  rebuild: 'needs a filled replica; publisher.db.test.ts',
  rollback: 'needs releases; publisher.db.test.ts',
  bench: 'takes minutes',
  screenshots: 'takes minutes; scripts/judges/screenshots.browser.test.ts',
};
/** Run on an empty data folder, where they must say that nothing was ever started here. */
const RUN_ON_NOTHING = ['status', 'verify'];

test('documents are there, in both languages', () => {
  expect(paths).toEqual(expect.arrayContaining(['README.md', 'README.zh-CN.md', 'docs/failure.md', 'docs/operations.zh-CN.md']));
  expect(shown.length).toBeGreaterThan(30);
});

test('every link of every document leads somewhere', () => {
  expect(brokenLinks(documents, (path) => existsSync(join(WORKSPACE, path)))).toEqual([]);
});

test('every document is found from the README of either language', () => {
  for (const readme of ['README.md', 'README.zh-CN.md'])
    expect(paths.filter((path) => !reachable(documents, [readme]).has(path))).toEqual([]);
});

test('both READMEs show the same commands', () => {
  const commandsOf = (path: string) =>
    documents
      .get(path)
      ?.commands.flatMap(({ text }) => callOf(text)?.join(' ') ?? [])
      .sort();
  expect(commandsOf('README.zh-CN.md')).toEqual(commandsOf('README.md'));
});

describe('the operators’ command', () => {
  /** As its own help lists them. */
  const names = [...run(['--help']).output.matchAll(/^ {2}([a-z]+) (?=.*\p{Script=Han})/gmu)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help');

  test('helps with each of its commands, in two languages', () => {
    expect(names.length).toBeGreaterThanOrEqual(8);
    for (const name of names) {
      const { code, output } = run([name, '--help']);
      expect({ name, code }).toEqual({ name, code: 0 });
      expect(output).toMatch(/\p{Script=Han}{4}[^]*[A-Za-z]{4} [a-z]+ [a-z]+/u);
    }
  });

  test('takes every command the documents show', async () => {
    const commands = await loadCommands(names);
    expect([...commands.keys()]).toEqual(names);
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const known = {
      scripts: new Set(Object.keys(scripts)),
      settings: new Set(settingNames()),
      faultOfCall: (words: string[]) => faultOfCall(commands, words),
    };
    expect(brokenCommands(documents, known)).toEqual([]);
  });

  test('is named in the glossary with each of its commands', () => {
    for (const name of names) expect(tableUnder("Operators' commands").map(([first]) => first)).toContain(name);
  });

  test.each(calls.filter(isHelp))('%s', (_text, words) => expect(run(words)).toMatchObject({ code: 0, complaint: '' }));

  test.each(calls.filter(([, [name = '']]) => RUN_ON_NOTHING.includes(name)))(
    '%s, where nothing was started yet, says so with code 2',
    (_text, words) => {
      expect(run(words)).toMatchObject({ code: 2, complaint: expect.stringContaining('SETTINGS_SECRETS_MISSING') });
    },
  );

  test('every command that is shown is run here or has a reason not to be', () => {
    const left = calls.filter((call) => !isHelp(call)).flatMap(([, [name = '']]) => name);
    expect(left.filter((name) => !RUN_ON_NOTHING.includes(name) && !NOT_RUN[name])).toEqual([]);
  });

  test('status says that nothing is live on an empty data folder', () => {
    const settings = readSettings({ ...withoutOurs, GONGKAI_DATA: join(folder, 'secrets') }, { makeSecrets: true });
    const { code, output } = run(['status'], { GONGKAI_DATA: settings.dataFolder, PUBLISHER_URL: 'http://127.0.0.1:9' });
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ running: false, live: null, cursor: 0 });
  });
});

test('every setting and every secret stands in the architecture and in the operations manual', () => {
  const names = [...settingNames(), ...Object.values(SECRET_VARIABLES)];
  expect(names.length).toBeGreaterThan(15);
  for (const path of ['docs/architecture.md', 'docs/operations.zh-CN.md']) {
    expect({ path, missing: names.filter((name) => !textOf(path).includes(`\`${name}\``)) }).toEqual({ path, missing: [] });
  }
});

/** Rows of the table under a heading of the glossary, cells trimmed. */
const tableUnder = (heading: string): string[][] =>
  (textOf('docs/glossary.md').split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const DECISIONS = 'cms/src/plugins/review/server/src/decisions';

/** Names and labels of a table in the code, read as text: scripts import nothing of the CMS. */
const labelsIn = (file: string, table: string): [string, string][] => {
  const body = textOf(`${DECISIONS}/${file}`).split(`export const ${table} = {`)[1]?.split('}')[0] ?? '';
  return [...body.matchAll(/'?([a-z-]+)'?: '([^']+)'/g)].map(([, name = '', label = '']) => [name, label]);
};

test.each([
  ['Roles', 'roles.ts', 'ROLES', 7],
  ['States of a round', 'states.ts', 'STATES', 8],
  ['Commands', 'transitions.ts', 'ACTIONS', 27],
  ['Withdrawals by kind', 'states.ts', 'WITHDRAWAL_KINDS', 5],
])('the glossary and the code agree on: %s', (heading, file, table, count) => {
  const labels = labelsIn(file, table);
  expect(labels).toHaveLength(count);
  expect(tableUnder(heading).map(([name, label]) => [name, label])).toEqual(labels);
});

test('decisions are numbered without gaps, listed, and have their three parts', () => {
  const records = globSync('docs/adr/[0-9]*.md', { cwd: WORKSPACE }).sort();
  const listed = documents.get('docs/adr/README.md')?.links.map(({ target }) => `docs/adr/${target}`);
  expect(listed).toEqual(records);
  records.forEach((path, index) => {
    expect(path).toContain(`/${String(index + 1).padStart(4, '0')}-`);
    const headings = [...textOf(path).matchAll(/^(?:# |## )(.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([expect.stringMatching(new RegExp(`^${index + 1}\\. `)), 'Context', 'Decision', 'Consequences']);
  });
});
