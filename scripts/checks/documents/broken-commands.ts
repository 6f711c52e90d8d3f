import type { Document } from './read-document.ts';

/** What a command line may name. */
export interface Known {
  /** Scripts of package.json. */
  scripts: ReadonlySet<string>;
  /** Variables that are settings. */
  settings: ReadonlySet<string>;
  /** What is wrong with a call of the operators' command, or null. @param words after `gongkai` */
  faultOfCall(words: string[]): string | null;
}

/** Programs of the system that documents name; anything else in a shell block is a typing mistake until it is listed here. */
const PROGRAMS = new Set(['git', 'cd', 'cp', 'sqlite3', 'createuser', 'createdb', 'pg_dump', 'pg_restore', 'systemctl']);

/** Words of a command line: quotes keep words together, nothing is expanded. */
const wordsOf = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(([, double, single, plain]) => double ?? single ?? plain ?? '');

/** A command of ours as the operators' command gets it; null: it is none. */
export const callOf = (text: string): string[] | null => {
  const [npm, ...words] = wordsOf(text).filter((word) => !/^[A-Z_]+=/.test(word));
  if (npm !== 'npm') return null;
  const [script = '', ...rest] = words[0] === 'run' ? words.slice(1) : words;
  const given = rest[0] === '--' ? rest.slice(1) : [];
  if (script === 'gongkai') return given;
  if (script === 'test:heavy') return ['test', '--heavy', ...given];
  return [script, ...given];
};

const faultOf = (text: string, known: Known): string | null => {
  const words = wordsOf(text);
  const variables = words.slice(
    0,
    words.findIndex((word) => !/^[A-Z_]+=/.test(word)),
  );
  const unknown = variables.map((variable) => variable.split('=')[0] ?? '').find((name) => !known.settings.has(name));
  if (unknown) return `no setting ${unknown}`;
  const [program = '', first = '', second = '', third] = words.slice(variables.length);
  if (program !== 'npm') return PROGRAMS.has(program) ? null : `unknown program ${program}`;
  const [script, next] = first === 'run' ? [second, third] : [first, second];
  if (first !== 'run' && first !== 'start' && first !== 'test') return `npm ${first} is none of ours`;
  if (!known.scripts.has(script)) return `no script ${script} in package.json`;
  if (next && next !== '--') return `npm keeps ${next} to itself: put -- before it`;
  return known.faultOfCall(callOf(text) ?? []);
};

/** Commands of these documents that cannot be run as they stand. @returns one sentence a command */
export const brokenCommands = (documents: ReadonlyMap<string, Document>, known: Known): string[] =>
  [...documents].flatMap(([path, { commands }]) =>
    commands.flatMap(({ text, line }) => {
      const fault = faultOf(text, known);
      return fault ? [`${path}:${line} ${text}: ${fault}`] : [];
    }),
  );
