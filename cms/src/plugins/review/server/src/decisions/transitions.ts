import type { Actor, Represented, Role } from './roles';
import { capacity, ROLES } from './roles';
import type { ProposedKind, Situation, State } from './states';
import { keepsPage, STATES } from './states';

/** Everything that can be done to a document, one command each. */
export const ACTIONS = {
  submit: '送审',
  recall: '撤回送审',
  'first-approve': '初审通过',
  'final-approve': '终审通过',
  return: '退回',
  release: '发布',
  correct: '更正',
  'propose-withdrawal': '申请撤回',
  'decline-withdrawal': '不予撤回',
  'confirm-withdrawal': '确认撤回',
  discard: '废弃草稿',
  move: '移动栏目',
  pin: '置顶',
  unpin: '取消置顶',
  'schedule-release': '定时发布',
  unschedule: '取消定时发布',
  'urgent-release': '应急发布',
  'second-review': '补审',
  invalidate: '确认失效或废止',
  'schedule-take-down': '定时下线',
  'cancel-take-down': '取消定时下线',
  'take-down': '到期下线',
  'acknowledge-leak': '知悉泄密处置',
  'show-in': '同时显示在其他栏目',
  'hide-from': '不再显示在其他栏目',
  'lift-emergency': '解除应急',
  'emergency-ends': '应急到期结束',
} as const;

export type Action = keyof typeof ACTIONS;

/** People of this round the actor must not be one of. */
type Distinct = 'authors' | 'first' | 'final' | 'proposer' | 'urgent';

interface Rule {
  from: readonly State[];
  /** Null: the state stays. */
  to: State | null;
  /** Who may, by the state it is in where that matters. */
  roles: readonly Role[] | Partial<Record<State, readonly Role[]>>;
  /** An uploader only for the departments the account belongs to. */
  ownDepartment?: boolean;
  /** Only whoever submitted. */
  submitterOnly?: boolean;
  distinct?: readonly Distinct[];
  live?: boolean;
  reason?: boolean;
}

const ANY_LIVE: readonly State[] = ['draft', 'submitted', 'first-approved', 'approved', 'returned', 'released'];

/**
 * Who may do what when. Source: the portal's own rule, "the deputy head reviews first, the head reviews last, and only then a
 * designated person sends it out"; and 条例 第十七条 (review mechanism with procedure and responsibility).
 */
export const RULES: Record<Action, Rule> = {
  submit: { from: ['draft', 'returned'], to: 'submitted', roles: ['uploader'], ownDepartment: true },
  recall: { from: ['submitted'], to: 'draft', roles: ['uploader'], ownDepartment: true, submitterOnly: true },
  'first-approve': { from: ['submitted'], to: 'first-approved', roles: ['deputy-head'], distinct: ['authors'] },
  'final-approve': { from: ['first-approved'], to: 'approved', roles: ['head'], distinct: ['authors', 'first'] },
  return: {
    from: ['submitted', 'first-approved', 'approved'],
    to: 'returned',
    roles: { submitted: ['deputy-head'], 'first-approved': ['head'], approved: ['releaser', 'head'] },
    reason: true,
  },
  release: { from: ['approved'], to: 'released', roles: ['releaser'], distinct: ['authors', 'first', 'final'] },
  correct: { from: ['released'], to: 'draft', roles: ['uploader'], ownDepartment: true, live: true, reason: true },
  'propose-withdrawal': {
    from: ANY_LIVE,
    to: null,
    roles: ['uploader', 'deputy-head', 'head', 'releaser'],
    ownDepartment: true,
    live: true,
    reason: true,
  },
  'decline-withdrawal': { from: ANY_LIVE, to: null, roles: ['head'], live: true, reason: true },
  'confirm-withdrawal': { from: ANY_LIVE, to: 'withdrawn', roles: ['head'], distinct: ['proposer'], live: true },
  discard: { from: ['draft', 'returned'], to: 'discarded', roles: ['uploader'], ownDepartment: true },
  move: { from: ['released'], to: null, roles: ['head'], live: true, reason: true },
  pin: { from: ['released'], to: null, roles: ['head', 'releaser'], live: true },
  // A pin ends when it ends, also while a correction is on its way.
  unpin: { from: ANY_LIVE, to: null, roles: ['head', 'releaser'], live: true },
  'schedule-release': { from: ['approved'], to: null, roles: ['releaser'], distinct: ['authors', 'first', 'final'] },
  unschedule: { from: ['approved'], to: null, roles: ['releaser', 'head'] },
  // 突发事件: the four people are suspended, the checks are not; a second pair of eyes follows within a day.
  'urgent-release': { from: ['draft', 'submitted', 'first-approved', 'returned'], to: 'released', roles: ['head'], reason: true },
  'second-review': { from: [...ANY_LIVE, 'withdrawn'], to: null, roles: ['deputy-head', 'head'], distinct: ['urgent'] },
  invalidate: { from: ['released'], to: null, roles: ['head'], distinct: ['proposer'], live: true },
  'schedule-take-down': { from: ANY_LIVE, to: null, roles: ['head'], live: true, reason: true },
  'cancel-take-down': { from: ANY_LIVE, to: null, roles: ['head'], live: true },
  'take-down': { from: ANY_LIVE, to: 'withdrawn', roles: [], live: true },
  'acknowledge-leak': { from: ['withdrawn'], to: null, roles: ['head'] },
  'show-in': { from: ['released'], to: null, roles: ['head', 'releaser'], live: true, reason: true },
  'hide-from': { from: ['released'], to: null, roles: ['head', 'releaser'], live: true, reason: true },
  // 突发事件应对法 第七十条第二款: who issued a warning ends it as soon as the danger is over; so also while a correction is on its way.
  'lift-emergency': { from: ANY_LIVE, to: null, roles: ['head', 'releaser'], live: true, reason: true },
  'emergency-ends': { from: ANY_LIVE, to: null, roles: [], live: true },
};

/** What time brings about and nobody presses: the end of a pin, a planned take-down, the end of an emergency. */
export const BY_ITSELF: readonly Action[] = ['unpin', 'take-down', 'emergency-ends'];

/**
 * The commands whose gates this one has to pass as well: a release that is planned, or done in an emergency, meets every stop of the
 * ordinary way.
 */
export const gatedAs = (action: Action, state: State): Action[] => {
  if (action === 'schedule-release') return ['schedule-release', 'release'];
  if (action === 'urgent-release') return ['urgent-release', ...(state === 'draft' || state === 'returned' ? (['submit'] as const) : []), 'release'];
  return [action];
};

/** A leak is withdrawn by any head at once, without a proposal and in any round: minutes count more than the second pair of eyes. */
const LEAK_ROLES: readonly Role[] = ['head', 'deputy-head'];

export type Refusal = { allowed: false; code: RefusalCode; message: string; hint: string };
export type RefusalCode =
  | 'ROLE_MAY_NOT'
  | 'WRONG_STATE'
  | 'NOT_LIVE'
  | 'OTHER_DEPARTMENT'
  | 'SAME_PERSON'
  | 'NOT_SUBMITTER'
  | 'REASON_REQUIRED'
  | 'NOT_PROPOSED'
  | 'ALREADY_PROPOSED'
  | 'OTHER_KIND'
  | 'NOTHING_TO_DO'
  | 'NOTE_REQUIRED';
export type Decision = { allowed: true; to: State; represented: Represented | null } | Refusal;

/** Part of a command's input that the decision depends on. */
export interface Said {
  reason?: string;
  /** What the public is told about a correction. */
  note?: string;
  kind?: ProposedKind;
  result?: ReviewResult;
}

/** 补审结论 of an urgent release. */
export const REVIEW_RESULTS = { ok: '无误', correct: '需要更正', withdraw: '撤下' } as const;
export type ReviewResult = keyof typeof REVIEW_RESULTS;
export const isReviewResult = (value: unknown): value is ReviewResult => typeof value === 'string' && Object.hasOwn(REVIEW_RESULTS, value);

const refuse = (code: RefusalCode, message: string, hint: string): Refusal => ({ allowed: false, code, message, hint });

const rolesFor = (rule: Rule, state: State): readonly Role[] =>
  Array.isArray(rule.roles) ? rule.roles : ((rule.roles as Partial<Record<State, readonly Role[]>>)[state] ?? []);

const everyRoleOf = (rule: Rule): readonly Role[] =>
  Array.isArray(rule.roles) ? rule.roles : Object.values(rule.roles as Partial<Record<State, readonly Role[]>>).flat();

const names = (roles: readonly Role[]): string => [...new Set(roles)].map((role) => ROLES[role]).join('、');

const holdsOneOf = (actor: Actor, roles: readonly Role[]): boolean => roles.some((role) => actor.roles.includes(role));

const PEOPLE: Record<Distinct, { who: (situation: Situation) => (string | null)[]; called: string }> = {
  authors: { who: (situation) => situation.authors, called: '起草或送审人' },
  first: { who: (situation) => [situation.firstBy, situation.firstFor], called: '初审人' },
  final: { who: (situation) => [situation.finalBy, situation.finalFor], called: '终审人' },
  proposer: { who: (situation) => [situation.proposedBy, situation.proposedFor], called: '撤回申请人' },
  urgent: { who: (situation) => [situation.urgentBy, situation.urgentFor], called: '应急发布人' },
};

/** What must be there for a command to have something to work on. @returns what is missing */
const nothingToDo = (action: Action, situation: Situation): [string, string] | null => {
  const missing: Partial<Record<Action, [boolean, string, string]>> = {
    unschedule: [situation.releaseAt === null, '这条信息没有安排定时发布。', '请刷新后再看。'],
    'schedule-take-down': [situation.takeDownAt !== null, '这条信息已经安排了定时下线。', '要改时间，请先取消定时下线。'],
    'cancel-take-down': [situation.takeDownAt === null, '这条信息没有安排定时下线。', '请刷新后再看。'],
    'second-review': [situation.secondReviewDue === null, '这条信息没有待补审的应急发布。', '请刷新后再看。'],
    'acknowledge-leak': [situation.withdrawal !== 'leak' || situation.leakSeen, '没有待知悉的泄密处置。', '请刷新后再看。'],
    'hide-from': [situation.furtherColumns.length === 0, '这条信息没有显示在其他栏目。', '请刷新后再看。'],
    'lift-emergency': [!situation.inForce, '这条信息现在没有在首页顶部显示。', '请刷新后再看。'],
  };
  const found = missing[action];
  return found?.[0] ? [found[1], found[2]] : null;
};

/** The state a second review leads to: what is wrong is withdrawn at once, or goes into a correction where none is open yet. */
const afterSecondReview = (state: State, result: ReviewResult | undefined): State => {
  if (state === 'withdrawn') return state;
  if (result === 'withdraw') return 'withdrawn';
  return result === 'correct' && state === 'released' ? 'draft' : state;
};

/** Whether the reason says anything. */
export const isReason = (reason: string | undefined): boolean => (reason ?? '').trim().length >= 2;

/**
 * Decides whether `actor` may do `action` to a document in `situation`.
 * @returns the state the document gets and whom the actor stands in for, or a refusal: a code for machines, a message for the person,
 *   a hint for the next step.
 */
export const decide = (action: Action, situation: Situation, actor: Actor, said: Said = {}): Decision => {
  const rule = RULES[action];
  const leak = action === 'confirm-withdrawal' && said.kind === 'leak';
  const everyRole = leak ? LEAK_ROLES : everyRoleOf(rule);
  if (!holdsOneOf(actor, everyRole)) {
    if (everyRole.length === 0) return refuse('ROLE_MAY_NOT', `「${ACTIONS[action]}」到时由系统办理。`, BY_HAND[action] ?? '');
    return refuse('ROLE_MAY_NOT', `「${ACTIONS[action]}」由${names(everyRole)}办理，您的账号没有这个角色。`, '请联系相应的经办人。');
  }
  if (!rule.from.includes(situation.state)) {
    const expected = rule.from.map((state) => STATES[state]).join('、');
    return refuse('WRONG_STATE', `这条信息现在是「${STATES[situation.state]}」，不能${ACTIONS[action]}。`, `只有「${expected}」的信息可以。请刷新后再看。`);
  }
  if (rule.live && !situation.live) return refuse('NOT_LIVE', '这条信息还没有公开。', '未公开的信息可以直接修改或废弃。');
  const roles = leak ? LEAK_ROLES : rolesFor(rule, situation.state);
  if (!holdsOneOf(actor, roles)) {
    return refuse('ROLE_MAY_NOT', `处于「${STATES[situation.state]}」的信息由${names(roles)}${ACTIONS[action]}。`, '请联系相应的经办人。');
  }
  const actsAsUploader = rule.ownDepartment && roles.includes('uploader') && !holdsOneOf(actor, roles.filter((role) => role !== 'uploader'));
  if (actsAsUploader && !actor.departments.includes(situation.department)) {
    return refuse('OTHER_DEPARTMENT', '这条信息属于其他部门。', '信息上传员只办理本部门的信息；如需调整所属部门，请联系系统管理员。');
  }
  if (rule.submitterOnly && situation.submittedBy !== actor.id) {
    return refuse('NOT_SUBMITTER', '只有送审人本人可以撤回送审。', '其他人可以请初审人退回。');
  }
  const idle = nothingToDo(action, situation);
  if (idle) return refuse('NOTHING_TO_DO', ...idle);
  const wanting = wants(action, rule, situation, said, leak);
  if (wanting) return wanting;
  const taken = leak ? [] : (rule.distinct ?? []).flatMap((distinct) => PEOPLE[distinct].who(situation));
  const represented = capacity(actor, roles, ({ id }) => taken.includes(id)) ?? null;
  for (const distinct of leak ? [] : (rule.distinct ?? [])) {
    const same = sameOf(PEOPLE[distinct].who(situation), actor, represented);
    if (same) return samePerson(action, PEOPLE[distinct].called, same);
  }
  const to = action === 'second-review' ? afterSecondReview(situation.state, said.result) : (rule.to ?? situation.state);
  // A correction that is given up goes back to what is live; a draft that never was public is put away.
  return { allowed: true, to: action === 'discard' && situation.live ? 'released' : to, represented };
};

/** What a person uses instead of what only the system does. */
const BY_HAND: Partial<Record<Action, string>> = { 'take-down': '请用「定时下线」安排时间。', 'emergency-ends': '要提前结束请用「解除应急」。' };

/** What the input must say, and what must have been proposed before. */
const wants = (action: Action, rule: Rule, situation: Situation, said: Said, leak: boolean): Refusal | null => {
  const reasonWanted = rule.reason || (action === 'second-review' && said.result !== undefined && said.result !== 'ok');
  if (reasonWanted && !isReason(said.reason)) {
    return refuse('REASON_REQUIRED', `${ACTIONS[action]}必须写明理由。`, '理由会记入审计记录，并让起草人看到。');
  }
  const opensCorrection = action === 'correct' || (action === 'second-review' && said.result === 'correct' && situation.state === 'released');
  if (opensCorrection && !isReason(said.note)) {
    return refuse('NOTE_REQUIRED', '更正必须写明更正说明。', '更正说明（note）写更正了什么，会随新版本公开；更正理由只在内部记录。');
  }
  if (action === 'propose-withdrawal' && situation.proposedBy) {
    return refuse('ALREADY_PROPOSED', '已经有人申请撤回这条信息。', '请等站长确认。');
  }
  if (leak) return isReason(said.reason) ? null : refuse('REASON_REQUIRED', '以泄密撤回必须写明理由。', '理由只记入审计记录，不会公开。');
  const confirms = action === 'confirm-withdrawal' || action === 'invalidate';
  if ((confirms || action === 'decline-withdrawal') && !situation.proposedBy) {
    return refuse('NOT_PROPOSED', '还没有人申请撤回这条信息。', '先由一人申请，再由站长确认；涉密泄露可直接以「泄密」撤回。');
  }
  if (confirms && keepsPage(situation.withdrawal) !== (action === 'invalidate')) {
    return action === 'invalidate'
      ? refuse('OTHER_KIND', '申请的是撤下页面，不是失效或废止。', '请用「确认撤回」或「不予撤回」。')
      : refuse('OTHER_KIND', '申请的是失效或废止，页面要保留。', '请用「确认失效或废止」或「不予撤回」。');
  }
  return null;
};

/** The person and whoever is stood in for both count. */
const sameOf = (people: (string | null)[], actor: Actor, represented: Represented | null): 'actor' | Represented | null => {
  if (people.includes(actor.id)) return 'actor';
  return represented && people.includes(represented.id) ? represented : null;
};

const samePerson = (action: Action, called: string, same: 'actor' | Represented): Refusal =>
  refuse(
    'SAME_PERSON',
    same === 'actor'
      ? `您是这条信息的${called}，不能再由您${ACTIONS[action]}。`
      : `您代理的${same.name}是这条信息的${called}，不能再代其${ACTIONS[action]}。`,
    '起草、初审、终审、发布须由四个不同的人办理；代理人和被代理人都算在内。',
  );

/** The actions this person could do now, for the buttons of the side panel; a missing reason does not count against them. */
export const possibleActions = (situation: Situation, actor: Actor): { action: Action; kind?: 'leak' }[] => {
  const [reason, note] = ['（待填写）', '（待填写）'];
  const plain = (Object.keys(RULES) as Action[])
    .filter((action) => decide(action, situation, actor, { reason, note }).allowed)
    .map((action) => ({ action }));
  const leak = decide('confirm-withdrawal', situation, actor, { reason, kind: 'leak' }).allowed;
  return leak ? [...plain, { action: 'confirm-withdrawal' as const, kind: 'leak' as const }] : plain;
};
