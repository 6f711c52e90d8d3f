import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { liveAndCompare } from './fixtures/printed-life.ts';

/** The same as in `delta-prints-what-full-prints.db`, with other lives. */
const FIRST = 7;
const LAST = 30;

test('random lives of the city leave in the delta tree what a full build leaves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-plan-'));
  try {
    for (let seed = FIRST; seed <= LAST; seed += 1) {
      liveAndCompare(folder, seed, (history, wrong) => expect({ seed, history, wrong }).toEqual({ seed, history, wrong: [] }));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);
