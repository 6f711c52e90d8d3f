import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the bytes of a page depend on besides the replica. */
const PARTS = ['astro.config.ts', 'package.json', 'build', 'contract', 'page-data', 'plan', 'public', 'search', 'src'];

const filesOf = (siteFolder: string, part: string): string[] => {
  const path = join(siteFolder, part);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [part];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(siteFolder.length + 1));
};

/**
 * Fingerprint of everything under `site/` that pages are made by. When it changes (an upgrade, another template), a delta would
 * leave pages of two makes side by side, so the publisher builds everything anew.
 */
export function templatesFingerprint(siteFolder: string): string {
  const hash = createHash('sha256');
  // Part by part: staging folders of builds that are under way come and go beside them.
  const files = PARTS.flatMap((part) => filesOf(siteFolder, part));
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(siteFolder, file)))
      .update('\0');
  return hash.digest('hex');
}
