import { QUEUES, queuesOf, sinceFor, urgencyOf } from './queues';

const NOW = Date.parse('2026-11-23T12:00:00.000Z');
const ago = (hours: number): string => new Date(NOW - hours * 3_600_000).toISOString();

describe('what waits', () => {
  it('is late beyond its limit, and soon late in the last quarter before', () => {
    expect([1, 19, 25].map((hours) => urgencyOf('submitted', ago(hours), NOW))).toEqual(['none', 'soon', 'late']);
    expect(urgencyOf('draft', ago(1000), NOW)).toBe('none');
  });

  it('is found by the same bounds', () => {
    expect(sinceFor('submitted', 'late', NOW)).toEqual({ after: null, before: ago(24) });
    expect(sinceFor('submitted', 'soon', NOW)).toEqual({ after: ago(24), before: ago(18) });
    expect(sinceFor('draft', 'late', NOW)).toBeNull();
  });

  it('is shown to the people of its role', () => {
    expect(queuesOf(['head'])).toEqual(['first-approved', 'withdrawal-proposed']);
    expect(queuesOf(['uploader'])).toEqual(['returned', 'draft']);
    expect(queuesOf(['auditor'])).toEqual([]);
  });

  it('is approved several at once only where the next person can still stop it', () => {
    expect(Object.values(QUEUES).map(({ approve }) => approve).filter(Boolean)).toEqual(['first-approve', 'final-approve']);
  });
});
