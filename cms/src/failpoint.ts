/**
 * Named steps at which a crash test may kill the CMS, in the order a command passes them (the publisher has its own list).
 * `GONGKAI_FAILPOINT=cms-after-commit` kills at the first pass, `…:3` at the third.
 */
export const CMS_FAILPOINTS = [
  'cms-before-work',
  'cms-after-work',
  'cms-after-audit',
  'cms-after-events',
  'cms-after-commit',
  'cms-after-anchor',
  'cms-before-webhook',
  'cms-after-webhook',
  'cms-after-acknowledgement',
] as const;

export type CmsFailpoint = (typeof CMS_FAILPOINTS)[number];

let passed = 0;

/** Kills this process with SIGKILL, which nothing can catch, when the environment names this step. */
export const failpoint = (name: CmsFailpoint): void => {
  const [step, times = '1'] = (process.env.GONGKAI_FAILPOINT ?? '').split(':');
  if (step !== name) return;
  passed += 1;
  if (passed >= Number(times)) process.kill(process.pid, 'SIGKILL');
};
