import type { Actor, Role } from './roles';
import { ROLES } from './roles';
import type { Situation, State } from './states';
import { STATES } from './states';

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
} as const;

export type Action = keyof typeof ACTIONS;

/** People of this round the actor must not be one of. */
type Distinct = 'authors' | 'first' | 'final' | 'proposer';

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
  unpin: { from: ['released'], to: null, roles: ['head', 'releaser'], live: true },
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
  | 'ALREADY_PROPOSED';
export type Decision = { allowed: true; to: State } | Refusal;

const refuse = (code: RefusalCode, message: string, hint: string): Refusal => ({ allowed: false, code, message, hint });

const rolesFor = (rule: Rule, state: State): readonly Role[] =>
  Array.isArray(rule.roles) ? rule.roles : ((rule.roles as Partial<Record<State, readonly Role[]>>)[state] ?? []);

const everyRoleOf = (rule: Rule): readonly Role[] =>
  Array.isArray(rule.roles) ? rule.roles : Object.values(rule.roles as Partial<Record<State, readonly Role[]>>).flat();

const names = (roles: readonly Role[]): string => [...new Set(roles)].map((role) => ROLES[role]).join('、');

const holdsOneOf = (actor: Actor, roles: readonly Role[]): boolean => roles.some((role) => actor.roles.includes(role));

const PEOPLE: Record<Distinct, { who: (situation: Situation) => (string | null)[]; called: string }> = {
  authors: { who: (situation) => situation.authors, called: '起草或送审人' },
  first: { who: (situation) => [situation.firstBy], called: '初审人' },
  final: { who: (situation) => [situation.finalBy], called: '终审人' },
  proposer: { who: (situation) => [situation.proposedBy], called: '撤回申请人' },
};

/** Whether the reason says anything. */
export const isReason = (reason: string | undefined): boolean => (reason ?? '').trim().length >= 2;

/**
 * Decides whether `actor` may do `action` to a document in `situation`.
 * @returns the state the document gets, or a refusal: a code for machines, a message for the person, a hint for the next step.
 */
export const decide = (
  action: Action,
  situation: Situation,
  actor: Actor,
  input: { reason?: string; kind?: 'error' | 'leak' } = {},
): Decision => {
  const rule = RULES[action];
  const leak = action === 'confirm-withdrawal' && input.kind === 'leak';
  const everyRole = leak ? LEAK_ROLES : everyRoleOf(rule);
  if (!holdsOneOf(actor, everyRole)) {
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
  if (rule.reason && !isReason(input.reason)) {
    return refuse('REASON_REQUIRED', `${ACTIONS[action]}必须写明理由。`, '理由会记入审计记录，并让起草人看到。');
  }
  if (action === 'propose-withdrawal' && situation.proposedBy) {
    return refuse('ALREADY_PROPOSED', '已经有人申请撤回这条信息。', '请等站长确认。');
  }
  if ((action === 'confirm-withdrawal' || action === 'decline-withdrawal') && !leak && !situation.proposedBy) {
    return refuse('NOT_PROPOSED', '还没有人申请撤回这条信息。', '发布错误先由一人申请撤回；涉密泄露可直接以「泄密」撤回。');
  }
  if (leak && !isReason(input.reason)) return refuse('REASON_REQUIRED', '以泄密撤回必须写明理由。', '理由只记入审计记录，不会公开。');
  for (const distinct of leak ? [] : (rule.distinct ?? [])) {
    const { who, called } = PEOPLE[distinct];
    if (who(situation).includes(actor.id)) {
      return refuse('SAME_PERSON', `您是这条信息的${called}，不能再由您${ACTIONS[action]}。`, '起草、初审、终审、发布须由四个不同的人办理。');
    }
  }
  // A correction that is given up goes back to what is live; a draft that never was public is put away.
  if (action === 'discard' && situation.live) return { allowed: true, to: 'released' };
  return { allowed: true, to: rule.to ?? situation.state };
};

/** The actions this person could do now, for the buttons of the side panel; a missing reason does not count against them. */
export const possibleActions = (situation: Situation, actor: Actor): { action: Action; kind?: 'leak' }[] => {
  const reason = '（待填写）';
  const plain = (Object.keys(RULES) as Action[])
    .filter((action) => decide(action, situation, actor, { reason }).allowed)
    .map((action) => ({ action }));
  const leak = decide('confirm-withdrawal', situation, actor, { reason, kind: 'leak' }).allowed;
  return leak ? [...plain, { action: 'confirm-withdrawal' as const, kind: 'leak' as const }] : plain;
};
