import { addCalendarDays, addWorkingDays, calendarOf, dayKind, faultsOfYear, isDay, workingDaysBetween } from './calendar';
import { ANNOUNCED } from './holidays';

const calendar = calendarOf(ANNOUNCED.map(({ year }) => year), ANNOUNCED.flatMap(({ days }) => days));

const counted = (term: { days: { day: string; number: number | null }[] }) => term.days.filter(({ number }) => number !== null).map(({ day }) => day);

describe('disputed rules of counting', () => {
  it('民法典 第二百零一条: the day of the event does not count', () => {
    // Monday: one working day later is Tuesday, not Monday itself.
    expect(addWorkingDays(calendar, '2026-11-23', 1).last).toBe('2026-11-24');
  });

  it('an event on a rest day begins to count on the next working day', () => {
    expect(addWorkingDays(calendar, '2026-11-21', 1).last).toBe('2026-11-23');
  });

  it('民法典 第二百零三条: a term of calendar days whose last day rests ends on the day after the rest', () => {
    // Ten days from 22 September 2026 end on 2 October, within the National Day rest up to the 7th.
    expect(addCalendarDays(calendar, '2026-09-22', 10).last).toBe('2026-10-08');
    expect(addCalendarDays(calendar, '2026-11-20', 1).last).toBe('2026-11-23');
  });

  it('民法典 第二百零三条: a worked weekend day (调休) is no rest day and does not move the end', () => {
    expect(addCalendarDays(calendar, '2026-09-30', 10).last).toBe('2026-10-10');
  });

  it('a worked Saturday counts as a working day, a free Friday does not', () => {
    const term = addWorkingDays(calendar, '2026-09-30', 3);
    expect(counted(term)).toEqual(['2026-10-08', '2026-10-09', '2026-10-10']);
    expect(dayKind(calendar, '2026-10-10')).toEqual({ working: true, why: '周六，调休上班（国庆节）', known: true });
    expect(dayKind(calendar, '2026-10-02')).toEqual({ working: false, why: '国庆节', known: true });
  });

  it('twenty working days over the Spring Festival of 2026 pass over nine days and count the two worked Saturdays', () => {
    const term = addWorkingDays(calendar, '2026-02-06', 20);
    expect(counted(term)).toHaveLength(20);
    expect(counted(term)).toEqual(expect.arrayContaining(['2026-02-14', '2026-02-28']));
    // 9–13, 14, 24–27, 28 February, 2–6 and 9–12 March.
    expect(term.last).toBe('2026-03-12');
    expect(term.missingYears).toEqual([]);
  });

  it('each day passed over says why', () => {
    const { days } = addWorkingDays(calendar, '2026-04-03', 1);
    expect(days).toEqual([
      { day: '2026-04-04', number: null, why: '清明节' },
      { day: '2026-04-05', number: null, why: '清明节' },
      { day: '2026-04-06', number: null, why: '清明节' },
      { day: '2026-04-07', number: 1, why: '周二' },
    ]);
  });
});

describe('days between', () => {
  it('counts what is left, today not counted and the last day counted', () => {
    expect(workingDaysBetween(calendar, '2026-11-23', '2026-11-27').count).toBe(4);
    expect(workingDaysBetween(calendar, '2026-11-23', '2026-11-23').count).toBe(0);
  });

  it('is negative when the day has passed', () => {
    expect(workingDaysBetween(calendar, '2026-11-25', '2026-11-23').count).toBe(-2);
    // A deadline of Friday, seen on Sunday: no working day has passed yet.
    expect(Object.is(workingDaysBetween(calendar, '2026-11-22', '2026-11-20').count, 0)).toBe(true);
  });

  it('agrees with adding: the last of n working days is n working days away', () => {
    for (const from of ['2025-01-20', '2025-09-24', '2026-01-30', '2026-04-29', '2026-09-18']) {
      for (const count of [1, 5, 20]) expect(workingDaysBetween(calendar, from, addWorkingDays(calendar, from, count).last).count).toBe(count);
    }
  });
});

describe('a year without a notice', () => {
  it('is named by every answer that reached it', () => {
    expect(addWorkingDays(calendar, '2026-12-10', 20).missingYears).toEqual(['2027']);
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-05').missingYears).toEqual(['2027']);
    expect(dayKind(calendar, '2027-01-01').known).toBe(false);
  });

  it('is not named by an answer that ends before it', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toMatchObject({ last: '2026-12-31', missingYears: [] });
  });
});

describe('the years announced', () => {
  it('keep their own rules', () => {
    for (const { year, days } of ANNOUNCED) expect([year, faultsOfYear(year, days)]).toEqual([year, []]);
  });

  // The sum the notices lead to: working days of a year, also found in the payroll rules (2024: 251, 2025: 248).
  it.each([
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('%s has %i working days', (year, expected) => {
    expect(workingDaysBetween(calendar, `${Number(year) - 1}-12-31`, `${year}-12-31`).count).toBe(expected);
  });

  it('every worked day is a weekend and every rest lies in its year', () => {
    expect(faultsOfYear('2026', [{ day: '2026-10-12', kind: 'work', name: '国庆节' }])).toEqual(['2026-10-12 是周一，本来就上班，不能记为调休上班。']);
    expect(faultsOfYear('2026', [{ day: '2027-01-01', kind: 'rest', name: '元旦' }])).toHaveLength(1);
    expect(faultsOfYear('2026', [{ day: '2026-02-30', kind: 'rest', name: '春节' }])).toHaveLength(1);
    expect(faultsOfYear('2026', [{ day: '2026-10-01', kind: 'rest', name: ' ' }, { day: '2026-10-01', kind: 'rest', name: '国庆节' }])).toHaveLength(2);
  });
});

test('a day is a day of the calendar', () => {
  expect(['2026-02-28', '2024-02-29'].every(isDay)).toBe(true);
  expect(['2026-02-29', '2026-13-01', '2026-1-1', '', null, 20260101].some(isDay)).toBe(false);
});
