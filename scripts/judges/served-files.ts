import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file below the root of a served tree, sorted, with `/` between folders. Links are followed: folders of a release are links to
 * objects.
 */
export const servedFiles = (root: string, below = ''): string[] =>
  readdirSync(join(root, below))
    .flatMap((name) => {
      const file = below === '' ? name : `${below}/${name}`;
      return statSync(join(root, file)).isDirectory() ? servedFiles(root, file) : [file];
    })
    .sort();

/** The address a reader sees: the name of a folder's page is left out. */
export const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
