import type { Actor, Role } from './roles';
import type { Situation } from './states';
import type { Action, Said } from './transitions';
import { decide, gatedAs, possibleActions } from './transitions';

const person = (id: string, ...roles: Role[]): Actor => ({ id, name: id, roles, departments: roles.includes('uploader') ? ['szf'] : [] });
const deputyOf = (deputy: Actor, principal: string, role: Role): Actor => ({
  ...deputy,
  ownRoles: deputy.roles,
  roles: [...deputy.roles, role],
  deputyFor: [{ id: principal, name: principal, role }],
});

const DRAFT: Situation = {
  state: 'draft',
  live: false,
  department: 'szf',
  authors: ['author'],
  submittedBy: null,
  firstBy: null,
  finalBy: null,
  firstFor: null,
  finalFor: null,
  proposedFor: null,
  proposedBy: null,
  withdrawal: null,
  releaseAt: null,
  takeDownAt: null,
  urgentBy: null,
  urgentFor: null,
  secondReviewDue: null,
  leakSeen: false,
  furtherColumns: [],
  inForce: false,
};
const SUBMITTED: Situation = { ...DRAFT, state: 'submitted', submittedBy: 'author' };
const FIRST: Situation = { ...SUBMITTED, state: 'first-approved', firstBy: 'deputy' };
const APPROVED: Situation = { ...FIRST, state: 'approved', finalBy: 'head' };
const RELEASED: Situation = { ...APPROVED, state: 'released', live: true };
const URGENT: Situation = { ...RELEASED, urgentBy: 'head', secondReviewDue: '2026-01-02T00:00:00.000Z' };

const verdict = (action: Action, situation: Situation, actor: Actor, said: Said = {}): string => {
  const decision = decide(action, situation, actor, said);
  return decision.allowed ? decision.to : decision.code;
};

const head = person('head', 'head');
const deputy = person('deputy', 'deputy-head');
const releaser = person('releaser', 'releaser');

describe('a deputy (代理)', () => {
  const standIn = deputyOf(person('deputy2', 'deputy-head'), 'head', 'head');

  it('does what the absent person might, in both names', () => {
    expect(decide('final-approve', FIRST, standIn)).toEqual({ allowed: true, to: 'approved', represented: { id: 'head', name: 'head', role: 'head' } });
  });

  it('who reviewed first does not review last for somebody else', () => {
    expect(verdict('final-approve', { ...FIRST, firstBy: 'deputy2' }, standIn)).toBe('SAME_PERSON');
  });

  it('does not do for somebody what that person could not do after what they did already', () => {
    const forTheReviewer = deputyOf(person('releaser', 'releaser'), 'deputy', 'head');
    expect(verdict('final-approve', FIRST, forTheReviewer)).toBe('SAME_PERSON');
    expect(verdict('release', { ...APPROVED, finalBy: 'deputy2', finalFor: 'releaser' }, releaser)).toBe('SAME_PERSON');
  });

  it('acts in the own right where that is enough', () => {
    const both = deputyOf(head, 'head2', 'head');
    expect(decide('final-approve', FIRST, both)).toMatchObject({ allowed: true, represented: null });
  });

  it('stands in for somebody else where the first one is in the way', () => {
    const two: Actor = { ...standIn, deputyFor: [{ id: 'deputy', name: '甲', role: 'head' }, { id: 'head2', name: '乙', role: 'head' }] };
    expect(decide('final-approve', FIRST, two)).toMatchObject({ allowed: true, represented: { id: 'head2' } });
  });

  it('counts with both people when a proposal is confirmed', () => {
    const proposed: Situation = { ...RELEASED, proposedBy: 'deputy2', proposedFor: 'head', withdrawal: 'error' };
    expect(verdict('confirm-withdrawal', proposed, head)).toBe('SAME_PERSON');
    expect(verdict('confirm-withdrawal', proposed, person('head2', 'head'))).toBe('withdrawn');
  });
});

describe('a release at a time (定时发布)', () => {
  it('is planned by whoever might release, and by nobody else', () => {
    expect(verdict('schedule-release', APPROVED, releaser)).toBe('approved');
    expect(verdict('schedule-release', APPROVED, head)).toBe('ROLE_MAY_NOT');
    expect(verdict('schedule-release', { ...APPROVED, finalBy: 'releaser' }, releaser)).toBe('SAME_PERSON');
    expect(verdict('schedule-release', FIRST, releaser)).toBe('WRONG_STATE');
  });

  it('is taken back only where there is one', () => {
    expect(verdict('unschedule', APPROVED, releaser)).toBe('NOTHING_TO_DO');
    expect(verdict('unschedule', { ...APPROVED, releaseAt: '2026-01-02T00:00:00.000Z' }, head)).toBe('approved');
  });

  it('meets the gates of a release, and an urgent one those of a submission too where nothing was submitted', () => {
    expect(gatedAs('schedule-release', 'approved')).toEqual(['schedule-release', 'release']);
    expect(gatedAs('urgent-release', 'draft')).toEqual(['urgent-release', 'submit', 'release']);
    expect(gatedAs('urgent-release', 'submitted')).toEqual(['urgent-release', 'release']);
    expect(gatedAs('release', 'approved')).toEqual(['release']);
  });
});

describe('a pin (置顶)', () => {
  it('ends while a correction is on its way, and begins on what stands only', () => {
    const correcting = { ...RELEASED, state: 'draft' as const };
    expect(verdict('unpin', correcting, releaser)).toBe('draft');
    expect(verdict('pin', correcting, releaser)).toBe('WRONG_STATE');
  });
});

describe('the urgent lane (应急发布)', () => {
  it.each([DRAFT, SUBMITTED, FIRST, { ...DRAFT, state: 'returned' as const }])('takes a head from $state to released, with a reason', (situation) => {
    expect(verdict('urgent-release', situation, head, { reason: '汛情紧急' })).toBe('released');
    expect(verdict('urgent-release', situation, head)).toBe('REASON_REQUIRED');
    expect(verdict('urgent-release', situation, deputy, { reason: '汛情紧急' })).toBe('ROLE_MAY_NOT');
  });

  it('is looked at again by somebody else, who may be a deputy head', () => {
    expect(verdict('second-review', URGENT, head, { result: 'ok' })).toBe('SAME_PERSON');
    expect(verdict('second-review', URGENT, deputy, { result: 'ok' })).toBe('released');
    expect(verdict('second-review', RELEASED, deputy, { result: 'ok' })).toBe('NOTHING_TO_DO');
    expect(verdict('second-review', { ...URGENT, urgentBy: 'deputy', urgentFor: 'head' }, head, { result: 'ok' })).toBe('SAME_PERSON');
  });

  it('is corrected or taken down after the second review', () => {
    expect(verdict('second-review', URGENT, deputy, { result: 'withdraw' })).toBe('REASON_REQUIRED');
    expect(verdict('second-review', URGENT, deputy, { result: 'withdraw', reason: '与事实不符' })).toBe('withdrawn');
    expect(verdict('second-review', URGENT, deputy, { result: 'correct', reason: '数字有误' })).toBe('NOTE_REQUIRED');
    expect(verdict('second-review', URGENT, deputy, { result: 'correct', reason: '数字有误', note: '更正转移人数' })).toBe('draft');
  });

  it('is still to be looked at when it is gone or being corrected, and stays what it is then', () => {
    expect(verdict('second-review', { ...URGENT, state: 'withdrawn', live: false }, deputy, { result: 'ok' })).toBe('withdrawn');
    expect(verdict('second-review', { ...URGENT, state: 'submitted' }, deputy, { result: 'correct', reason: '数字有误' })).toBe('submitted');
  });
});

describe('what leaves the public, by kind', () => {
  const proposed = (withdrawal: Situation['withdrawal']): Situation => ({ ...RELEASED, proposedBy: 'deputy', withdrawal });

  it('失效 and 废止 are confirmed by a head and the page stays released', () => {
    expect(verdict('invalidate', proposed('repealed'), head)).toBe('released');
    expect(verdict('invalidate', proposed('invalid'), deputy)).toBe('ROLE_MAY_NOT');
    expect(verdict('invalidate', { ...proposed('repealed'), proposedBy: 'system' }, head)).toBe('released');
    expect(verdict('invalidate', { ...proposed('repealed'), proposedBy: 'head' }, head)).toBe('SAME_PERSON');
  });

  it('one kind is not confirmed as the other', () => {
    expect(verdict('confirm-withdrawal', proposed('repealed'), head)).toBe('OTHER_KIND');
    expect(verdict('invalidate', proposed('error'), head)).toBe('OTHER_KIND');
  });

  it('a leak goes at once whatever was proposed, and stands until a head has taken note', () => {
    expect(verdict('confirm-withdrawal', proposed('repealed'), deputy, { kind: 'leak', reason: '涉密' })).toBe('withdrawn');
    const gone: Situation = { ...RELEASED, state: 'withdrawn', live: false, withdrawal: 'leak' };
    expect(verdict('acknowledge-leak', gone, head)).toBe('withdrawn');
    expect(verdict('acknowledge-leak', gone, deputy)).toBe('ROLE_MAY_NOT');
    expect(verdict('acknowledge-leak', { ...gone, leakSeen: true }, head)).toBe('NOTHING_TO_DO');
    expect(verdict('acknowledge-leak', { ...gone, withdrawal: 'error' }, head)).toBe('NOTHING_TO_DO');
  });

  it('a planned take-down is nobody’s button', () => {
    for (const actor of [head, deputy, releaser]) expect(possibleActions(RELEASED, actor).map(({ action }) => action)).not.toContain('take-down');
    expect(verdict('take-down', RELEASED, head)).toBe('ROLE_MAY_NOT');
  });
});

it('a correction says to the house why and to the public what', () => {
  const uploader = person('author', 'uploader');
  expect(verdict('correct', RELEASED, uploader, { reason: '读者来电指出' })).toBe('NOTE_REQUIRED');
  expect(verdict('correct', RELEASED, uploader, { reason: '读者来电指出', note: '更正了办理地点' })).toBe('draft');
});
