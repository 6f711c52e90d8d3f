import { afterDeath } from './deaths.ts';

const SECOND = 1000;
const at = (...seconds: number[]) => seconds.map((second) => ({ at: second * SECOND }));

describe('a service that dies', () => {
  test('is started again after one second, then two', () => {
    expect(afterDeath(at(0))).toEqual({ restartInMs: SECOND, inARow: 1 });
    expect(afterDeath(at(0, 5))).toEqual({ restartInMs: 2 * SECOND, inARow: 2 });
  });

  test('is given up after three deaths within a minute', () => {
    expect(afterDeath(at(0, 5, 10)).restartInMs).toBeNull();
  });

  test('that ran well in between starts with a clean sheet', () => {
    expect(afterDeath(at(0, 5, 3600))).toEqual({ restartInMs: SECOND, inARow: 1 });
  });
});
