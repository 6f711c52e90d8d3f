import { calendarOf } from './calendar';
import { datesOf, disclosureTerm, openDeadlines, relayDueAt } from './deadlines';
import { ANNOUNCED } from './holidays';
import type { RegisterEntry } from './register';
import { faultsOf, mayRead, mayVoid, mayWrite, registerNumber, SECRET_TITLE } from './register';

const calendar = calendarOf(ANNOUNCED.map(({ year }) => year), ANNOUNCED.flatMap(({ days }) => days));

const entry = (more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: 'e',
  kind: 'in',
  year: '2026',
  number: 1,
  day: '2026-11-23',
  receivedAt: '2026-11-23T01:00:00.000Z',
  department: 'szf',
  fromOrgan: '国务院办公厅',
  toOrgan: '',
  documentNumber: '国办发〔2026〕1号',
  title: '关于某事的通知',
  copies: 1,
  secrecy: 'none',
  urgency: 'normal',
  writtenOn: null,
  dueOn: null,
  relay: null,
  disclosure: null,
  notes: '',
  relayDueAt: null,
  disclosureDueOn: null,
  signedBy: null,
  signedAt: null,
  fileNumber: null,
  filedAt: null,
  voidedAt: null,
  voidReason: null,
  version: 1,
  createdByName: '',
  createdAt: '',
  changedByName: '',
  changedAt: '',
  links: [],
  published: false,
  ...more,
});

const at = (instant: string, today: string) => ({ at: instant, today });

describe('the 24 hours of a relay', () => {
  it('run from the moment of receipt, also over rest days', () => {
    expect(relayDueAt('2026-10-02T02:30:00.000Z')).toBe('2026-10-03T02:30:00.000Z');
  });

  it('apply to what comes in and is to be relayed, not to what goes out', () => {
    expect(datesOf(calendar, entry({ relay: 'state-council' })).relayDueAt).toBe('2026-11-24T01:00:00.000Z');
    expect(datesOf(calendar, entry()).relayDueAt).toBeNull();
    expect(datesOf(calendar, entry({ kind: 'out', relay: 'state-council' })).relayDueAt).toBeNull();
  });

  it('are overdue a minute later, and over once it is published', () => {
    const relayed = entry({ relay: 'state-council', relayDueAt: '2026-11-24T01:00:00.000Z' });
    expect(openDeadlines(calendar, relayed, at('2026-11-24T00:00:00.000Z', '2026-11-24'))).toMatchObject([{ overdue: false, left: '还有 1 小时' }]);
    expect(openDeadlines(calendar, relayed, at('2026-11-24T01:01:00.000Z', '2026-11-24'))).toMatchObject([{ overdue: true, left: '已超 1 分钟' }]);
    expect(openDeadlines(calendar, { ...relayed, published: true }, at('2026-11-24T01:01:00.000Z', '2026-11-24'))).toEqual([]);
  });
});

describe('the 20 working days of publication', () => {
  it('条例 第二十六条: count from 成文日期, over the calendar', () => {
    expect(disclosureTerm(calendar, '2026-11-02').last).toBe('2026-11-30');
    // 11, 14–18, 20 (worked Sunday), 21–24, 28–30 September, 8–10 (worked Saturday) and 12–14 October.
    expect(disclosureTerm(calendar, '2026-09-10').last).toBe('2026-10-14');
  });

  it('条例 第十条: bind who made the document, and only what is to be published', () => {
    const out = { kind: 'out' as const, writtenOn: '2026-11-02' };
    expect(datesOf(calendar, entry({ ...out, disclosure: 'open' })).disclosureDueOn).toBe('2026-11-30');
    expect(datesOf(calendar, entry({ ...out, disclosure: 'closed' })).disclosureDueOn).toBeNull();
    expect(datesOf(calendar, entry({ writtenOn: '2026-11-02', disclosure: 'open' })).disclosureDueOn).toBeNull();
  });

  it('民法典 第二百零三条第二款: the last day belongs to the term', () => {
    const open = entry({ kind: 'out', disclosureDueOn: '2026-11-27' });
    expect(openDeadlines(calendar, open, at('2026-11-27T15:59:00.000Z', '2026-11-27'))).toMatchObject([{ overdue: false, left: '今天到期' }]);
    expect(openDeadlines(calendar, open, at('2026-11-27T16:01:00.000Z', '2026-11-28'))).toMatchObject([{ overdue: true, left: '已超 1 个工作日' }]);
    expect(openDeadlines(calendar, open, at('2026-11-24T02:00:00.000Z', '2026-11-24'))).toMatchObject([{ overdue: false, left: '还有 3 个工作日' }]);
  });
});

test('a voided entry owes nothing, one put in order needs no handling', () => {
  const now = at('2026-11-24T02:00:00.000Z', '2026-11-24');
  expect(openDeadlines(calendar, entry({ dueOn: '2026-11-20', voidedAt: '2026-11-21T00:00:00.000Z' }), now)).toEqual([]);
  expect(openDeadlines(calendar, entry({ dueOn: '2026-11-20', filedAt: '2026-11-21T00:00:00.000Z' }), now)).toEqual([]);
  expect(openDeadlines(calendar, entry({ dueOn: '2026-11-20' }), now)).toMatchObject([{ kind: 'handling', overdue: true, left: '已超 2 个工作日' }]);
});

describe('an entry', () => {
  it('is called by kind, year and number', () => {
    expect(registerNumber({ kind: 'in', year: '2026', number: 12 })).toBe('收文〔2026〕12号');
  });

  it('of a state secret keeps neither title nor number nor notes', () => {
    const secret = entry({ secrecy: 'secret', title: SECRET_TITLE, documentNumber: '', notes: '' });
    expect(faultsOf('in', secret, '2026-11-23')).toEqual([]);
    expect(faultsOf('in', { ...secret, title: '标题' }, '2026-11-23').map(({ field }) => field)).toEqual(['title']);
    expect(faultsOf('in', { ...secret, relay: 'province' }, '2026-11-23').map(({ field }) => field)).toEqual(['secrecy']);
  });

  it('to be relayed needs the moment of receipt', () => {
    expect(faultsOf('in', entry({ relay: 'province', receivedAt: null }), '2026-11-23').map(({ field }) => field)).toEqual(['receivedAt']);
  });

  it('lies not in the future', () => {
    expect(faultsOf('in', entry({ day: '2026-11-24' }), '2026-11-23')).toHaveLength(1);
  });
});

describe('who keeps the register', () => {
  const actor = (roles: string[], departments: string[] = []) => ({ id: '1', name: '某人', roles, departments }) as Parameters<typeof mayRead>[0];

  it.each([
    ['head', 'szf', true, true, true],
    ['deputy-head', 'szf', true, true, true],
    ['releaser', 'szf', true, true, true],
    ['auditor', 'szf', true, false, false],
    ['system-admin', 'szf', false, false, false],
    ['security-admin', 'szf', false, false, false],
  ])('%s', (role, department, reads, writes, voids) => {
    const someone = actor([role]);
    expect([mayRead(someone, department), mayWrite(someone, department), mayVoid(someone)]).toEqual([reads, writes, voids]);
  });

  it('an uploader: the own departments, and no voiding', () => {
    const uploader = actor(['uploader'], ['szf']);
    expect([mayRead(uploader, 'szf'), mayWrite(uploader, 'szf'), mayRead(uploader, 'jyj'), mayWrite(uploader, 'jyj'), mayVoid(uploader)]).toEqual([true, true, false, false, false]);
  });
});
