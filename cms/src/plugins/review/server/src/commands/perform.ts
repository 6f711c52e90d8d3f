import type { Core } from '@strapi/strapi';
import type { Json } from '../decisions/canonical';
import type { Actor } from '../decisions/roles';
import { STATES } from '../decisions/states';
import type { Action } from '../decisions/transitions';
import { ACTIONS, decide } from '../decisions/transitions';
import type { Passage } from '../door';
import { throughDoor } from '../door';
import { conflict, forbidden, invalid, missing } from '../errors';
import { passGates, tellFollowers } from '../gates';
import { reading } from '../tables/reading';
import type { StateRow } from '../tables/state';
import { readState, situationOf, updateState } from '../tables/state';
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

/** Refuses when somebody else was first, and names them. */
const mustBeUnchanged = (row: StateRow, version: number | null): void => {
  if (version === null || row.version === version) return;
  const who = row.edited_by_name ?? '其他人';
  throw conflict(`${who}刚刚处理过这条信息，现在是「${STATES[row.state]}」。`, '请刷新页面，看过最新内容后再办理。', { state: row.state, version: row.version });
};

const mustBeAllowed = (row: StateRow, actor: Actor, action: Action, input: CommandInput) => {
  const decision = decide(action, situationOf(row), actor, input);
  if (decision.allowed) return decision;
  const { code, message, hint } = decision;
  throw code === 'REASON_REQUIRED' ? invalid(code, message, hint) : forbidden(code, message, hint);
};

/** The draft row carries a copy of the state for lists; what counts is `review_state`. */
const mirror = async ({ trx }: Passage, documentId: string, changes: { state: string; version: number }): Promise<void> => {
  await trx('documents').where({ document_id: documentId }).update({ review_state: changes.state, lock_version: changes.version });
};

/**
 * Does one command for one person: decides, prepares, and passes the door. Decided twice, because between the first look and the
 * transaction somebody else may have been first.
 * @returns the row afterwards
 */
export const perform = async (strapi: Core.Strapi, actor: Actor, { documentId, action, version, input }: Request): Promise<StateRow> => {
  const command = COMMANDS[action];
  const seen = await read(await reading(strapi), documentId);
  mustBeUnchanged(seen, version);
  const systemUnpins = actor.id === 'system' && action === 'unpin';
  if (!systemUnpins) mustBeAllowed(seen, actor, action, input);
  const passed = systemUnpins ? [] : await passGates({ strapi, actor, action, row: seen, input });
  const prepared = await command.prepare?.({ strapi, row: seen, input });
  return throughDoor(strapi, actor, async (passage) => {
    const row = await read(passage.trx, documentId);
    mustBeUnchanged(row, seen.version);
    const to = systemUnpins ? row.state : mustBeAllowed(row, actor, action, input).to;
    const { changes, detail } = await command.call({ ...passage, row, input, to }, prepared);
    const known = { ...changes, changed_at: passage.at, edited_by_name: actor.name, edited_at: passage.at };
    if (!(await updateState(passage.trx, row, known))) mustBeUnchanged(await read(passage.trx, documentId), row.version);
    await mirror(passage, documentId, { state: changes.state ?? row.state, version: row.version + 1 });
    const said = Object.assign({}, ...passed.map((gate) => gate.detail ?? {})) as { [key: string]: Json };
    passage.audit(action, `document:${documentId}`, { ...said, ...detail, from: row.state, to: changes.state ?? row.state, title: row.title });
    const after = await read(passage.trx, documentId);
    for (const gate of passed) await gate.within?.(passage, after);
    await tellFollowers(passage, { action, before: row, after, input });
    return after;
  });
};

export { ACTIONS, DOCUMENT };
