import type { Core } from '@strapi/strapi';
import { SYSTEM } from '../actors';
import type { Json } from '../decisions/canonical';
import type { Actor } from '../decisions/roles';
import { nameOfDeputy } from '../decisions/roles';
import { STATES } from '../decisions/states';
import type { Action } from '../decisions/transitions';
import { ACTIONS, BY_ITSELF, decide, gatedAs, RULES } from '../decisions/transitions';
import { throughDoor } from '../door';
import { conflict, forbidden, invalid, missing } from '../errors';
import { passGates, tellFollowers } from '../gates';
import { entriesOf } from '../tables/audit';
import { reading } from '../tables/reading';
import type { StateRow } from '../tables/state';
import { mirrorState, readState, situationOf, updateState } from '../tables/state';
import { COMMANDS } from '.';
import type { CommandInput } from './command';
import { DOCUMENT } from './draft';

export interface Request {
  documentId: string;
  action: Action;
  /** Version of the state the person saw; null only for what the system does by itself. */
  version: number | null;
  input: CommandInput;
}

const read = async (knex: Parameters<typeof readState>[0], documentId: string): Promise<StateRow> => {
  const row = await readState(knex, documentId);
  if (!row) throw missing('找不到这条信息。', '请刷新列表。');
  return row;
};

/** Enough to reach past acknowledgements and faults to what a person did last. */
const ENTRIES_LOOKED_AT = 20;

const CALLED: Record<string, string> = { ...ACTIONS, create: '起草', edit: '修改', import: '导入' };

/** Refuses when somebody else was first, and says who that was and what they did. */
const mustBeUnchanged = async (knex: Parameters<typeof readState>[0], row: StateRow, version: number | null): Promise<void> => {
  if (version === null || row.version === version) return;
  const last = (await entriesOf(knex, `document:${row.document_id}`, ENTRIES_LOOKED_AT)).findLast(({ action }) => Object.hasOwn(CALLED, action));
  const who = last?.actorName ?? row.edited_by_name ?? '其他人';
  const did = last ? `办理了「${CALLED[last.action]}」` : '处理过这条信息';
  throw conflict(`${who}刚刚${did}，这条信息现在是「${STATES[row.state]}」。`, '请刷新页面，看过最新内容后再办理。', {
    state: row.state,
    version: row.version,
    winner: who,
    winnerAction: last?.action ?? null,
  });
};

const WANTING: readonly string[] = ['REASON_REQUIRED', 'NOTE_REQUIRED'];

const mustBeAllowed = (row: StateRow, actor: Actor, action: Action, input: CommandInput) => {
  // What time brings about is nobody's decision any more; it only has to be possible still.
  if (actor.id === SYSTEM.id && BY_ITSELF.includes(action)) {
    if (!RULES[action].from.includes(row.state) || row.live_revision === null) throw invalid('INVALID', '已经没有需要到期办理的。', '');
    return { to: RULES[action].to ?? row.state, represented: null };
  }
  const decision = decide(action, situationOf(row), actor, input);
  if (decision.allowed) return decision;
  const { code, message, hint } = decision;
  throw WANTING.includes(code) ? invalid(code, message, hint) : forbidden(code, message, hint);
};

/**
 * Does one command for one person: decides, prepares, and passes the door. Decided twice, because between the first look and the
 * transaction somebody else may have been first.
 * @returns the row afterwards
 */
export const perform = async (strapi: Core.Strapi, actor: Actor, { documentId, action, version, input }: Request): Promise<StateRow> => {
  const command = COMMANDS[action];
  const knex = await reading(strapi);
  const seen = await read(knex, documentId);
  await mustBeUnchanged(knex, seen, version);
  const { represented } = mustBeAllowed(seen, actor, action, input);
  const passed = actor.id === SYSTEM.id ? [] : await passGates({ strapi, actor, action, row: seen, input }, gatedAs(action, seen.state));
  const prepared = await command.prepare?.({ strapi, row: seen, input });
  const acting = represented ? { ...actor, name: nameOfDeputy(actor.name, represented) } : actor;
  return throughDoor(strapi, acting, async (passage) => {
    const row = await read(passage.trx, documentId);
    await mustBeUnchanged(passage.trx, row, seen.version);
    const { to } = mustBeAllowed(row, actor, action, input);
    const { changes, detail } = await command.call({ ...passage, row, input, to, represented }, prepared);
    const known = { ...changes, changed_at: passage.at, edited_by_name: acting.name, edited_at: passage.at };
    if (!(await updateState(passage.trx, row, known))) await mustBeUnchanged(passage.trx, await read(passage.trx, documentId), row.version);
    await mirrorState(passage.trx, documentId, { state: changes.state ?? row.state, version: row.version + 1 });
    const said = Object.assign({}, ...passed.map((gate) => gate.detail ?? {})) as { [key: string]: Json };
    const standingIn: { [key: string]: Json } = represented ? { onBehalfOf: { id: represented.id, name: represented.name, role: represented.role } } : {};
    passage.audit(action, `document:${documentId}`, { ...said, ...detail, ...standingIn, from: row.state, to: changes.state ?? row.state, title: row.title });
    const after = await read(passage.trx, documentId);
    // A plan changes nothing yet: what gates write, they write when it is carried out.
    if (action !== 'schedule-release') for (const gate of passed) await gate.within?.(passage, after);
    await tellFollowers(passage, { action, before: row, after, input });
    return after;
  });
};

export { ACTIONS, DOCUMENT };
