import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltFolder } from './standby.ts';

/** Puts the files of the site that stand in staging folders together under one root. What else is in those folders stays there. */
export function copyBuilt(folders: BuiltFolder[], root: string): void {
  for (const { folder, written } of folders) for (const path of written) cpSync(join(folder, path), join(root, path));
}
