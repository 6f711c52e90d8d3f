/**
 * Tests that are written and were not yet seen to pass from end to end on a quiet machine. A run names each as not run, with its reason;
 * `GONGKAI_UNSETTLED=on` runs them too. What is here is open work: an entry goes when its test was seen to pass.
 *
 * @type {{ kind: 'browser' | 'heavy', file: string, why: string }[]}
 */
export const UNSETTLED = [];

export const unsettledAreRun = process.env.GONGKAI_UNSETTLED === 'on';

/** @param {string} kind of test @returns {{ kind: string, file: string, why: string }[]} */
export const unsettledOf = (kind) => (unsettledAreRun ? [] : UNSETTLED.filter((one) => one.kind === kind));
