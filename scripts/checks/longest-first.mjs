import TestSequencer from '@jest/test-sequencer';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Files that take a minute or more of one core, the longest first. Jest knows how long a file took only where it ran before; a fresh
 * clone would start one of these last, and the second core would wait for it.
 */
const LONG = [
  'site/build/delta-equals-full.heavy.test.ts',
  'scripts/trial/rules.heavy.test.ts',
  'scripts/publisher/publisher-crash.heavy.test.ts',
  'scripts/trial/interruptions.heavy.test.ts',
  'scripts/trial/permissions.heavy.test.ts',
  'scripts/trial/accounts-powers.heavy.test.ts',
  'scripts/trial/corpora.heavy.test.ts',
  'scripts/trial/chinese-desk.heavy.test.ts',
  'scripts/trial/accounts-gate.heavy.test.ts',
  'scripts/judges/judges.browser.test.ts',
  'scripts/trial/shared-screens.browser.test.ts',
  'scripts/trial/whole-path.browser.test.ts',
  'scripts/trial/accounts-gate.browser.test.ts',
  'scripts/trial/shared-desk.db.test.ts',
  'scripts/trial/review-rules.db.test.ts',
  'scripts/publisher/publisher.db.test.ts',
  'scripts/trial/audit-tampering.db.test.ts',
  'site/build/delta-equals-full.db.test.ts',
  'scripts/trial/second-desk.db.test.ts',
];

const missing = LONG.filter((path) => !existsSync(join(ROOT, path)));
if (missing.length > 0) throw new Error(`longest-first.mjs names tests that are not there: ${missing.join(', ')}`);

const rankOf = (path) => {
  const place = LONG.indexOf(relative(ROOT, path));
  return place === -1 ? LONG.length : place;
};

export default class LongestFirst extends TestSequencer {
  /** @param {import('@jest/test-result').Test[]} tests */
  async sort(tests) {
    const standard = await super.sort(tests);
    // A stable sort: what is not named stays in Jest's own order.
    return [...standard].sort((one, other) => rankOf(one.path) - rankOf(other.path));
  }
}
