import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Judge } from './judge.ts';
import { PLANTED_XML } from './planted-page.ts';
import { servedFiles } from './served-files.ts';

const xmllintFaultsOf = (files: string[]): string[] => {
  const { status, stderr, error } = spawnSync('xmllint', ['--noout', '--nonet', ...files], { encoding: 'utf8' });
  if (error) throw error;
  return status === 0 ? [] : stderr.split('\n').filter((line) => /: (parser )?error/.test(line));
};

/** libxml2: whether feeds and sitemaps can be read at all; their schemas are judged among the ordinary tests. */
export const xmllintJudge: Judge = {
  name: 'xmllint',
  absence: () => (spawnSync('xmllint', ['--version'], { stdio: 'ignore' }).error ? '没有 xmllint（libxml2-utils）' : null),
  async plantedFaults() {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-planted-'));
    try {
      writeFileSync(join(folder, 'planted.xml'), PLANTED_XML);
      return xmllintFaultsOf([join(folder, 'planted.xml')]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  faults: ({ portal }) =>
    Promise.resolve(
      xmllintFaultsOf(
        servedFiles(portal.root)
          .filter((file) => file.endsWith('.xml'))
          .map((file) => join(portal.root, file)),
      ),
    ),
};
