import { faultOfDeputy } from './deputies';
import type { Actor, Role } from './roles';

const NOW = '2026-03-01T08:00:00.000Z';
const account = (id: string, ...roles: Role[]): Actor => ({ id, name: id, roles, departments: [] });
const request = { role: 'head', from: '2026-03-02T00:00:00.000Z', until: '2026-03-09T00:00:00.000Z', reason: '年休假' };

const head = account('head', 'head');
const deputyHead = account('deputy', 'deputy-head');
const system = account('system', 'system-admin');

const fault = (actor: Actor, principal: Actor | null, deputy: Actor | null, more: Partial<typeof request> = {}) =>
  faultOfDeputy(actor, principal, deputy, { ...request, ...more }, NOW)?.message ?? null;

describe('a deputy is named', () => {
  it('by the absent person, or by the system administrator', () => {
    expect(fault(head, head, deputyHead)).toBeNull();
    expect(fault(system, head, deputyHead)).toBeNull();
    expect(fault(deputyHead, head, deputyHead)).toContain('本人指定');
    expect(fault(account('x', 'auditor'), head, deputyHead)).toContain('本人指定');
  });

  it('by nobody who only stands in', () => {
    const standIn: Actor = { ...account('u', 'uploader'), ownRoles: ['uploader'], roles: ['uploader', 'head'], deputyFor: [{ id: 'head', name: 'head', role: 'head' }] };
    expect(fault(standIn, standIn, deputyHead)).toContain('本人指定');
  });

  it.each([
    ['an uploader', account('u', 'uploader'), '代理人须是'],
    ['an auditor', account('a', 'deputy-head', 'auditor'), '三员'],
    ['another head', account('h2', 'head'), '本来就是'],
    ['nobody', null, '没有这个代理人'],
    ['the absent person', head, '不能由本人'],
  ])('never %s', (_who, deputy, words) => expect(fault(head, head, deputy)).toContain(words));

  it.each([
    ['for a role the person does not hold', { role: 'releaser' }, '不是发布员'],
    ['for a role that is not reviewed in', { role: 'auditor' }, '不能代理'],
    ['without a reason', { reason: ' ' }, '理由'],
    ['for no time', { until: request.from }, '晚于开始'],
    ['for a time that is over', { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' }, '已经过去'],
    ['for ever', { until: '2027-03-09T00:00:00.000Z' }, '180 天'],
  ])('not %s', (_what, more, words) => expect(fault(head, head, deputyHead, more)).toContain(words));
});
