import { freshnessOf } from './freshness';
import { readableDepartments, widgetsFor } from './home';
import { startsOf } from './output';
import { BEHIND_AFTER_MS, healthOf } from './publisher-health';
import { ROLES, type Role } from './roles';

const NOW = '2026-11-23T19:15:30.000Z';

describe('the home page', () => {
  it('has for each role what it can do something about', () => {
    const shown = Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, widgetsFor([role])]));
    expect(shown).toEqual({
      uploader: ['unfinished', 'output', 'freshness'],
      'deputy-head': ['waiting', 'output', 'freshness', 'publisher'],
      head: ['waiting', 'approved', 'output', 'freshness', 'publisher'],
      releaser: ['approved', 'output', 'publisher'],
      'system-admin': ['freshness', 'publisher'],
      'security-admin': [],
      auditor: ['output', 'publisher'],
    });
  });

  it('has nothing for the break-glass account and the parts of each for several roles', () => {
    expect(widgetsFor([])).toEqual([]);
    expect(widgetsFor(['releaser', 'uploader'])).toEqual(['unfinished', 'approved', 'output', 'freshness', 'publisher']);
  });

  it('is of the own departments for an uploader, of all for reviewers, of none for those who keep accounts', () => {
    expect(readableDepartments({ roles: ['uploader'], departments: ['szf'] })).toEqual(['szf']);
    expect(readableDepartments({ roles: ['uploader', 'head'], departments: ['szf'] })).toBe('all');
    expect(readableDepartments({ roles: ['system-admin'], departments: [] })).toEqual([]);
    expect(readableDepartments({ roles: [], departments: [] })).toEqual([]);
  });
});

describe('output', () => {
  it('is counted from midnight and from Monday in Shanghai', () => {
    // 03:15 of Tuesday the 24th in Shanghai.
    expect(startsOf(NOW)).toEqual({ day: '2026-11-23T16:00:00.000Z', week: '2026-11-22T16:00:00.000Z', weekday: 2 });
    expect(startsOf('2026-11-22T15:59:59.000Z')).toEqual({ day: '2026-11-21T16:00:00.000Z', week: '2026-11-15T16:00:00.000Z', weekday: 7 });
    expect(startsOf('2026-11-22T16:00:00.000Z').weekday).toBe(1);
  });
});

describe('freshness of a column', () => {
  const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 24 * 3600 * 1000).toISOString();

  it('warns in the last fifth of the limit and is past on the day after it', () => {
    expect([0, 10, 11, 14, 15].map((days) => freshnessOf(14, daysAgo(days), NOW))).toEqual([
      { state: 'fresh', daysLeft: 14 },
      { state: 'fresh', daysLeft: 4 },
      { state: 'near', daysLeft: 3 },
      { state: 'near', daysLeft: 0 },
      { state: 'past', daysLeft: -1 },
    ]);
  });

  it('counts days of the calendar in Shanghai, not hours', () => {
    // One minute before midnight and one after are two days.
    expect(freshnessOf(1, '2026-11-22T15:59:00.000Z', '2026-11-22T16:01:00.000Z')).toEqual({ state: 'near', daysLeft: 0 });
  });

  it('tells a column without anything public apart', () => {
    expect(freshnessOf(14, null, NOW)).toEqual({ state: 'empty', daysLeft: null });
  });
});

describe('health of the publisher', () => {
  const facts = { waiting: 0, since: null, release: 7, setAside: 0 };
  const ago = (ms: number) => new Date(Date.parse(NOW) - ms).toISOString();

  it('is good when everything is live and busy while a release is on its way', () => {
    expect(healthOf(facts, NOW)).toBe('good');
    expect(healthOf({ ...facts, waiting: 3, since: ago(1000) }, NOW)).toBe('busy');
  });

  it('is red when events wait too long or a page could not be made', () => {
    expect(healthOf({ ...facts, waiting: 1, since: ago(BEHIND_AFTER_MS + 1) }, NOW)).toBe('behind');
    expect(healthOf({ ...facts, setAside: 1 }, NOW)).toBe('behind');
  });

  it('is idle before the first release', () => {
    expect(healthOf({ ...facts, release: null }, NOW)).toBe('idle');
  });
});
