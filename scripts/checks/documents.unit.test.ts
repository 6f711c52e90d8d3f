import { brokenCommands, callOf, type Known } from './documents/broken-commands.ts';
import { brokenLinks, reachable } from './documents/broken-links.ts';
import { faultOfCall, loadCommands } from './documents/operators-command.ts';
import { readDocument, type Document } from './documents/read-document.ts';

const FILES = ['README.md', 'docs/a.md', 'docs/b.md', 'scripts', 'scripts/settings.ts'];

const documents = (texts: Record<string, string>): Map<string, Document> =>
  new Map(Object.entries(texts).map(([path, text]) => [path, readDocument(text)]));
const brokenIn = (text: string): string[] =>
  brokenLinks(documents({ 'docs/a.md': text, 'docs/b.md': '## 开机启动\n\n## `start`, and stop\n\n## 开机启动' }), (path) =>
    FILES.includes(path),
  );

describe('links of documents', () => {
  test.each([
    ['a file', '[x](b.md)'],
    ['a file further up', '[x](../README.md)'],
    ['a folder', '[x](../scripts)'],
    ['a heading', '[x](b.md#开机启动)'],
    ['a heading with code and commas', '[x](b.md#start-and-stop)'],
    ['the second heading of the same name', '[x](b.md#开机启动-1)'],
    ['a heading of its own', '# Top\n\n[x](#top)'],
    ['another site', '[x](https://example.com/nowhere)'],
    ['nothing, in a block of code', '```\n[x](nowhere.md)\n```'],
  ])('that lead to %s are whole', (_what, text) => expect(brokenIn(text)).toEqual([]));

  test.each([
    ['a file that is not there', '\n\n[x](nowhere.md)', 'docs/a.md:3 nowhere.md: no such file'],
    ['a heading that is not there', '[x](b.md#开机)', 'docs/a.md:1 b.md#开机: no such heading'],
    [
      'a heading of a file that has none',
      '[x](../scripts/settings.ts#top)',
      'docs/a.md:1 ../scripts/settings.ts#top: no such heading',
    ],
    ['a picture that is not there', '![x](nowhere.png)', 'docs/a.md:1 nowhere.png: no such file'],
  ])('that lead to %s are found', (_what, text, fault) => expect(brokenIn(text)).toEqual([fault]));

  test('that lead out of the repository are found', () => {
    expect(brokenIn('[x](../../elsewhere.md) [y](/README.md)')).toHaveLength(2);
  });

  test('show which documents nobody comes to', () => {
    const all = documents({ 'README.md': '[x](docs/a.md#top)', 'docs/a.md': '', 'docs/b.md': '[x](a.md)' });
    expect([...reachable(all, ['README.md'])]).toEqual(['README.md', 'docs/a.md']);
  });
});

describe('commands in documents', () => {
  let known: Known;
  beforeAll(async () => {
    const commands = await loadCommands(['start', 'import', 'rollback', 'bench', 'status', 'test']);
    known = {
      scripts: new Set(['start', 'test', 'test:heavy', 'gongkai']),
      settings: new Set(['SITE_PORT']),
      faultOfCall: (words) => faultOfCall(commands, words),
    };
  });
  const faults = (line: string): string[] => brokenCommands(documents({ 'docs/a.md': `\`\`\`sh\n${line}\n\`\`\`` }), known);

  test.each([
    'npm start   # a comment',
    'SITE_PORT=9000 npm start',
    'npm start -- --only cms',
    'npm run test:heavy',
    'npm run gongkai -- --help',
    'npm run gongkai -- help import',
    'npm run gongkai -- import 旧站.csv --mapping 对照.json --limit 20',
    'npm run gongkai -- bench corpus --documents 2000 --json',
    'git clone <address of this repository> gongkai',
  ])('that can be run are whole: %s', (line) => expect(faults(line)).toEqual([]));

  test.each([
    ['npm run begin', 'no script begin'],
    ['npm install', 'npm install is none of ours'],
    ['npm start --only cms', 'put -- before it'],
    ['npm start -- --only everything', 'Allowed choices'],
    ['SITE_PROT=9000 npm start', 'no setting SITE_PROT'],
    ['npm run gongkai -- publsh', 'no command publsh'],
    ['npm run gongkai -- help publsh', 'no command publsh'],
    ['npm run gongkai -- status --jsn', 'unknown option'],
    ['npm run gongkai -- import', 'missing required argument'],
    ['npm run gongkai -- import a.csv b.csv', 'too many arguments'],
    ['npm run gongkai -- rollback latest', 'rollback|release'],
    ['npm run gongkai -- bench publsh', 'no bench publsh'],
    ['gti clone x', 'unknown program gti'],
  ])('that cannot are found: %s', (line, fault) => {
    expect(faults(line)).toEqual([expect.stringMatching(new RegExp(`^docs/a\\.md:2 .*(${fault})`))]);
  });

  test('are found in running text too, and words that are no commands are not taken for any', () => {
    const all = documents({ 'docs/a.md': 'Use `npm run begin`, not `current` or `npm`.' });
    expect(brokenCommands(all, known)).toEqual(['docs/a.md:1 npm run begin: no script begin in package.json']);
  });

  test('of npm are calls of the operators’ command', () => {
    expect(callOf('npm start -- --only cms')).toEqual(['start', '--only', 'cms']);
    expect(callOf('npm run test:heavy')).toEqual(['test', '--heavy']);
    expect(callOf('npm run gongkai -- help import')).toEqual(['help', 'import']);
    expect(callOf('git pull')).toBeNull();
  });
});
