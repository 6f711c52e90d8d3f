import type { Core } from '@strapi/strapi';
import { environment } from '../../../../../environment';
import { actorOf } from '../actors';
import type { CommandInput } from '../commands/command';
import { perform } from '../commands/perform';
import type { Actor } from '../decisions/roles';
import { ROLES } from '../decisions/roles';
import { PROPOSED_KINDS, STATES } from '../decisions/states';
import type { ProposedKind } from '../decisions/states';
import type { Action } from '../decisions/transitions';
import { ACTIONS, isReviewResult, possibleActions } from '../decisions/transitions';
import { forbidden, invalid, missing } from '../errors';
import { entriesOf } from '../tables/audit';
import type { StateRow } from '../tables/state';
import { readState, situationOf } from '../tables/state';

export interface AdminContext {
  params: Record<string, string>;
  query: Record<string, string | undefined>;
  request: { body: Record<string, unknown> };
  state: { user: Parameters<typeof actorOf>[1] };
  body: unknown;
  status: number;
}

/** What the audit's words are called in the timeline. */
export const DONE: Record<string, string> = {
  ...ACTIONS,
  create: '起草',
  edit: '修改',
  import: '导入',
  restore: '恢复旧版本',
  'secrecy-review': '保密审查',
};

export type Need =
  | 'none'
  | 'reason'
  | 'column'
  | 'until'
  | 'withdrawal'
  | 'correction'
  | 'release-at'
  | 'take-down-at'
  | 'second-review'
  | 'further-column'
  | 'shown-column'
  | 'sure'
  | 'secrecy'
  | 'urgent';

const NEEDS: Partial<Record<Action, Need>> = {
  'first-approve': 'secrecy',
  return: 'reason',
  correct: 'correction',
  'propose-withdrawal': 'withdrawal',
  'decline-withdrawal': 'reason',
  move: 'column',
  pin: 'until',
  'schedule-release': 'release-at',
  unschedule: 'sure',
  'urgent-release': 'urgent',
  'second-review': 'second-review',
  invalidate: 'sure',
  'schedule-take-down': 'take-down-at',
  'cancel-take-down': 'sure',
  'show-in': 'further-column',
  'hide-from': 'shown-column',
  'lift-emergency': 'reason',
};

const VARIANT: Partial<Record<Action, 'success' | 'danger' | 'secondary'>> = {
  submit: 'success',
  'first-approve': 'success',
  'final-approve': 'success',
  release: 'success',
  'second-review': 'success',
  return: 'danger',
  'confirm-withdrawal': 'danger',
  discard: 'danger',
  'urgent-release': 'danger',
  invalidate: 'danger',
  'lift-emergency': 'danger',
};

const labelOf = (action: Action, row: StateRow): string =>
  action === 'invalidate' ? `确认${row.withdrawal_kind === 'repealed' ? '废止' : '失效'}` : ACTIONS[action];

const buttonsFor = (row: StateRow, actor: Actor) =>
  possibleActions(situationOf(row), actor)
    .filter(({ action }) => (action === 'pin' ? !row.pinned_at : action === 'unpin' ? row.pinned_at !== null : true))
    .map(({ action, kind }) => ({
      action,
      kind: kind ?? null,
      label: kind === 'leak' ? '以泄密立即撤回' : labelOf(action, row),
      needs: kind === 'leak' ? 'reason' : (NEEDS[action] ?? 'none'),
      variant: VARIANT[action] ?? 'secondary',
    }));

const address = (row: StateRow): string | null =>
  row.live_revision === null ? null : `${environment().siteUrl}/${row.live_column}/${row.month}/${row.public_id}.html`;

const mayRead = (actor: Actor, row: StateRow): boolean =>
  actor.roles.some((role) => ['deputy-head', 'head', 'releaser', 'auditor'].includes(role)) || actor.departments.includes(row.department_code);

/** The row of a document this person may read. @throws OTHER_DEPARTMENT, NOT_FOUND */
export const rowFor = async (strapi: Core.Strapi, actor: Actor, documentId: string): Promise<StateRow> => {
  const row = await readState(strapi.db.connection, documentId);
  if (!row) throw missing('找不到这条信息。', '请刷新列表。');
  if (!mayRead(actor, row)) throw forbidden('OTHER_DEPARTMENT', '这条信息属于其他部门。', '');
  return row;
};

/** What the side panel shows: the state, who did what, and the buttons this person may press. */
const panelOf = async (strapi: Core.Strapi, actor: Actor, row: StateRow) => ({
  documentId: row.document_id,
  state: row.state,
  stateLabel: STATES[row.state],
  round: row.round,
  version: row.version,
  revision: row.revision,
  contentHash: row.content_hash,
  indexNumber: row.index_number,
  live:
    row.live_revision === null
      ? null
      : { url: address(row), publishedAt: row.published_at, releasedAt: row.released_at, liveAt: row.live_at, release: row.live_release },
  setAsideReason: row.set_aside_reason,
  returnReason: row.return_reason,
  correctionReason: row.correction_reason,
  correctionNote: row.correction_note,
  withdrawal: row.withdrawal_kind
    ? { kind: row.withdrawal_kind, reason: row.withdrawal_reason, proposed: row.proposed_by !== null, at: row.withdrawn_at }
    : null,
  pinnedUntil: row.pinned_until,
  emergency: row.in_force_at === null ? null : { since: row.in_force_at, until: row.in_force_until },
  plans: { releaseAt: row.state === 'approved' ? row.release_at : null, takeDownAt: row.take_down_at, fault: row.due_fault },
  urgent: row.second_review_due === null ? null : { by: row.urgent_by_name, at: row.urgent_at, reason: row.urgent_reason, reviewDue: row.second_review_due },
  repealedBy: row.repealed_by,
  furtherColumns: row.further_columns,
  standingInFor: (actor.deputyFor ?? []).map(({ name, role }) => ({ name, role, label: ROLES[role] })),
  history: (await entriesOf(strapi.db.connection, `document:${row.document_id}`)).map((entry) => ({
    seq: entry.seq,
    at: entry.at,
    actor: entry.actorName,
    action: entry.action,
    label: DONE[entry.action] ?? entry.action,
    reason: (entry.detail as { reason?: string }).reason ?? null,
  })),
  actions: buttonsFor(row, actor),
});

const isProposed = (kind: unknown): kind is ProposedKind => (PROPOSED_KINDS as readonly unknown[]).includes(kind);

export const panelController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/documents/:documentId */
  async show(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    ctx.body = await panelOf(strapi, actor, await rowFor(strapi, actor, ctx.params.documentId ?? ''));
  },
  /** POST /review/documents/:documentId/:action, body {version, reason?, note?, kind?, column?, until?, at?, takeDownAt?, result?, marks?, accepted?, secrecy?} */
  async act(ctx: AdminContext) {
    const action = ctx.params.action as Action;
    if (!Object.hasOwn(ACTIONS, action)) throw missing(`没有「${action}」这个操作。`, '请刷新页面。');
    const { version, reason, note, kind, column, until, at, takeDownAt, result, marks, accepted, secrecy } = ctx.request.body;
    if (!Number.isInteger(version)) throw invalid('INVALID', '缺少版本号（version）。', '请刷新页面后再办理。');
    const input: CommandInput = {
      ...(typeof reason === 'string' ? { reason } : {}),
      ...(isProposed(kind) ? { kind } : {}),
      ...(typeof note === 'string' ? { note } : {}),
      ...(typeof at === 'string' ? { at } : {}),
      ...(typeof takeDownAt === 'string' && takeDownAt !== '' ? { takeDownAt } : {}),
      ...(isReviewResult(result) ? { result } : {}),
      ...(typeof column === 'string' ? { column } : {}),
      ...(typeof until === 'string' ? { until } : {}),
      ...(marks === undefined ? {} : { marks }),
      ...(Array.isArray(accepted) ? { accepted } : {}),
      ...(secrecy !== undefined && secrecy !== null ? { secrecy } : {}),
    };
    const actor = await actorOf(strapi, ctx.state.user);
    await rowFor(strapi, actor, ctx.params.documentId ?? '');
    const row = await perform(strapi, actor, { documentId: ctx.params.documentId ?? '', action, version: version as number, input });
    ctx.body = await panelOf(strapi, actor, row);
  },
});
