import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chinese } from '.';

const require = createRequire(import.meta.url);

/** Strings of an installed package of Strapi, read from the file it ships: `export` and all, an object in JSON. */
const shipped = (packageName: string, folder: string, locale: string): Record<string, string> => {
  const file = join(dirname(require.resolve(`${packageName}/package.json`)), folder, `${locale}.json`);
  const source = readFileSync(`${file}.mjs`, 'utf8');
  const found: Record<string, string> = {};
  for (const [, key, text] of source.matchAll(/^ {4}"((?:[^"\\]|\\.)+)": ("(?:[^"\\]|\\.)*")/gm))
    found[key ?? ''] = JSON.parse(text ?? '""') as string;
  return found;
};

const CONTENT_MANAGER = ['@strapi/content-manager', 'dist/admin/translations'] as const;

/** What stands in braces at the outermost level of a message: names the code fills in. */
const argumentsOf = (message: string): string[] => {
  const names: string[] = [];
  let depth = 0;
  for (const [index, character] of [...message].entries()) {
    if (character === '{' && depth++ === 0) names.push(/^\s*\w+/.exec(message.slice(index + 1))?.[0].trim() ?? '');
    if (character === '}') depth -= 1;
  }
  return names;
};

describe('the admin in Chinese', () => {
  it('reads the English of the installed content manager', () => {
    expect(Object.keys(shipped(...CONTENT_MANAGER, 'en')).length).toBeGreaterThan(300);
  });

  it('has every string of the content manager, after an upgrade too', () => {
    const missing = Object.keys(shipped(...CONTENT_MANAGER, 'en')).filter((key) => !chinese[`content-manager.${key}`]);
    expect(missing).toEqual([]);
  });

  it('fills in nothing that the English does not', () => {
    const strange = Object.entries(shipped(...CONTENT_MANAGER, 'en')).flatMap(([key, english]) => {
      const known = argumentsOf(english);
      return argumentsOf(chinese[`content-manager.${key}`] ?? '')
        .filter((name) => !known.includes(name) && !english.includes(`{${name}`))
        .map((name) => `${key}: {${name}}`);
    });
    expect(strange).toEqual([]);
  });

  it('says nothing empty', () => {
    expect(
      Object.entries(chinese)
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => key),
    ).toEqual([]);
  });
});
