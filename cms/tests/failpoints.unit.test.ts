import { CMS_FAILPOINTS as tried } from '../../scripts/bench/crash/crash-trial.ts';
import { CMS_FAILPOINTS } from '../src/failpoint';

/** Scripts may not import the CMS, so the crash bench keeps its own list of the CMS's steps. */
test('the crash bench kills the CMS at every step the CMS names, and at no other', () => {
  expect([...tried]).toEqual([...CMS_FAILPOINTS]);
});
