import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Strings of one locale by their whole key, as the admin looks them up. */
export type Strings = Record<string, string>;

interface ShippedPackage {
  name: string;
  english: Strings;
  /** Strapi's own Simplified Chinese, at the prefix under which it is really loaded. */
  chinese: Strings;
  /** English that components write beside the key, among it keys that no translation file has. */
  written: Strings;
}

const FOLDERS = ['dist/admin/translations', 'dist/admin/admin/src/translations'];

/**
 * Entries of a translation file as it is shipped: a module whose default export is an object in JSON; entries whose keys are names
 * stand in front of it as variables.
 */
export const stringsIn = (source: string): Strings => {
  const found: Strings = {};
  for (const [, key, name, text] of source.matchAll(/^(?: {4}"((?:[^"\\]|\\.)+)":|var (\w+) =) ("(?:[^"\\]|\\.)*")/gm))
    found[key ?? name ?? ''] = JSON.parse(text ?? '""') as string;
  return found;
};

/** Keys of a plugin get its name in front when they are loaded (`prefixPluginTranslations`), also those that carry it already. */
const prefixed = (strings: Strings, prefix: string): Strings =>
  Object.fromEntries(Object.entries(strings).map(([key, text]) => [`${prefix}${key}`, text]));

const read = (file: string, prefix: string): Strings => (existsSync(file) ? prefixed(stringsIn(readFileSync(file, 'utf8')), prefix) : {});

/** `{ id: 'key', defaultMessage: 'English' }`, the key perhaps through the function that puts the plugin's name in front. */
const WRITTEN = /id:\s*(get\w+\(\s*)?(['"`])((?:(?!\2).)+)\2\)?\s*,\s*defaultMessage:\s*(['"`])((?:\\.|(?!\4)[\s\S])*)\4/g;
/** Licensed parts, and the package's own tests. Keys that are put together while the program runs cannot be read from it. */
const LEFT_OUT = /\/(ee|ai|tests|history|preview)\//;

const writtenIn = (root: string, prefix: string): Strings => {
  const found: Strings = {};
  const folder = join(root, 'dist', 'admin');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.mjs') || LEFT_OUT.test(`/${file}`)) continue;
    for (const [, prefixing, , key = '', , text = ''] of readFileSync(join(folder, file), 'utf8').matchAll(WRITTEN))
      if (!key.includes('${')) found[prefixing ? `${prefix}${key}` : key] = text;
  }
  return found;
};

/**
 * Every package of Strapi that `@strapi/strapi` brings into the admin and that ships strings. Found by what is installed, not from a
 * list: a package that an upgrade adds is among them.
 */
export const shippedPackages = (): ShippedPackage[] => {
  const manifest = require.resolve('@strapi/strapi/package.json');
  const fromStrapi = createRequire(manifest);
  const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as { dependencies: Record<string, string> };
  return Object.keys(dependencies)
    .filter((name) => name.startsWith('@strapi/'))
    .flatMap((name) => {
      const root = dirname(fromStrapi.resolve(`${name}/package.json`));
      const folder = FOLDERS.map((path) => join(root, path)).find((path) => existsSync(join(path, 'en.json.mjs')));
      if (!folder) return [];
      const prefix = name === '@strapi/admin' ? '' : `${name.replace('@strapi/', '')}.`;
      const [english, chinese] = ['en', 'zh-Hans'].map((locale) => read(join(folder, `${locale}.json.mjs`), prefix));
      return [{ name, english: english ?? {}, chinese: chinese ?? {}, written: writtenIn(root, prefix) }];
    });
};
