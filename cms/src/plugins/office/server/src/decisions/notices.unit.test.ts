import { calendarOf } from './calendar';
import { ANNOUNCED } from './holidays';
import { concernedBy, delayAfter, MOST_ATTEMPTS, SETTLES, waitsTooLong } from './notices';

const calendar = calendarOf(ANNOUNCED.map(({ year }) => year), ANNOUNCED.flatMap(({ days }) => days));
const told = { authors: ['1'], submittedBy: '1', firstBy: null, finalBy: null, proposedBy: null, department: 'szf' };

describe('whom a step concerns', () => {
  it('a return: the authors, with the reason', () => {
    expect(concernedBy('return', { ...told, submittedBy: '2' }, told, '请补充依据')).toEqual([{ kind: 'returned', accounts: ['1', '2'], text: '退回理由：请补充依据' }]);
  });

  it('each approval: the next role, but nobody who may not do the next step', () => {
    expect(concernedBy('submit', told, told)).toMatchObject([{ role: 'deputy-head', except: ['1'] }]);
    expect(concernedBy('first-approve', told, { ...told, firstBy: '3' })).toMatchObject([{ role: 'head', except: ['1', '3'] }]);
    expect(concernedBy('final-approve', told, { ...told, firstBy: '3', finalBy: '4' })).toMatchObject([{ role: 'releaser', except: ['1', '3', '4'] }]);
  });

  it('a proposed withdrawal: heads but the proposer; a refusal: the proposer', () => {
    expect(concernedBy('propose-withdrawal', told, { ...told, proposedBy: '5' })).toMatchObject([{ kind: 'waiting', role: 'head', except: ['5'] }]);
    expect(concernedBy('decline-withdrawal', { ...told, proposedBy: '5' }, told, '内容无误')).toMatchObject([{ accounts: ['5'] }]);
  });

  it('nobody waits for a pin', () => {
    expect(concernedBy('pin', told, told)).toEqual([]);
    expect(SETTLES).not.toContain('pin');
  });
});

describe('a step that waits', () => {
  it('is overdue after the end of the next working day', () => {
    expect(waitsTooLong(calendar, '2026-11-19', '2026-11-20')).toBe(false);
    expect(waitsTooLong(calendar, '2026-11-19', '2026-11-21')).toBe(true);
  });

  it('is not overdue over a rest: submitted on the eve of the National Day, it may wait until the 8th', () => {
    expect(waitsTooLong(calendar, '2026-09-30', '2026-10-07')).toBe(false);
    expect(waitsTooLong(calendar, '2026-09-30', '2026-10-08')).toBe(false);
    expect(waitsTooLong(calendar, '2026-09-30', '2026-10-09')).toBe(true);
  });
});

it('a mail is tried for about three days, at most once an hour', () => {
  expect([delayAfter(0), delayAfter(1), delayAfter(50)]).toEqual([30_000, 60_000, 3_600_000]);
  const whole = Array.from({ length: MOST_ATTEMPTS }, (_, attempts) => delayAfter(attempts)).reduce((sum, delay) => sum + delay, 0);
  expect(whole / 86_400_000).toBeGreaterThan(2.5);
});
