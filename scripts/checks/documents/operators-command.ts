import { CommanderError, type Command } from 'commander';
import { benches } from '../../bench/registry.ts';

type Module = Record<string, unknown>;

const isMaker = (value: unknown): value is () => Command => typeof value === 'function';

/** `commands/<name>.ts` exports one maker each, named after it. */
const makerIn = (module: Module): (() => Command) | undefined =>
  Object.entries(module).flatMap(([name, value]) => (name.endsWith('Command') && isMaker(value) ? [value] : []))[0];

/** The operators' commands of these names, read but not run. */
export const loadCommands = async (names: string[]): Promise<Map<string, () => Command>> => {
  const commands = new Map<string, () => Command>();
  for (const name of names) {
    const maker = makerIn((await import(`../../commands/${name}.ts`)) as Module);
    if (maker) commands.set(name, maker);
  }
  return commands;
};

/**
 * Lets the command's own parser judge a call: options, choices, numbers of arguments. Its work is replaced by nothing.
 * @returns what is wrong, or null
 */
export const faultOfCall = (commands: ReadonlyMap<string, () => Command>, words: string[]): string | null => {
  const [name = '--help', ...rest] = words;
  if (name === '--help' || name === '-h') return null;
  if (name === 'help') return rest.every((topic) => commands.has(topic)) ? null : `no command ${rest.join(' ')}`;
  const make = commands.get(name);
  if (!make) return `no command ${name}`;
  const [bench] = rest;
  if (name === 'bench' && bench && !bench.startsWith('-') && !benches.some((one) => one.name === bench))
    return `no bench ${bench}`;
  try {
    make()
      .exitOverride()
      .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
      .action(() => undefined)
      .parse(rest, { from: 'user' });
    return null;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? null : error.message;
  }
};
