import type { Knex } from 'knex';
import { ACTIONS } from '../../../../review/server/src/decisions/transitions';
import { entriesOf } from '../../../../review/server/src/tables/audit';
import type { StateRow } from '../../../../review/server/src/tables/state';

/** What the form needs to know of its document: which version is saved, and who made each one since the form was opened. */
export interface DocumentState {
  version: number;
  state: StateRow['state'];
  /** Newest first: one for each version after `since`. */
  changes: { by: string; mine: boolean; at: string; action: string; label: string }[];
}

const LABELS: Record<string, string> = { ...ACTIONS, create: '起草', edit: '保存' };

/** @param since version the form was opened with; null where it does not matter */
export const documentStateOf = async (knex: Knex, row: StateRow, account: string, since: number | null): Promise<DocumentState> => {
  const behind = since === null ? 0 : Math.max(0, row.version - since);
  const entries = behind === 0 ? [] : (await entriesOf(knex, `document:${row.document_id}`)).toSorted((a, b) => b.seq - a.seq).slice(0, behind);
  return {
    version: row.version,
    state: row.state,
    changes: entries.map(({ actorId, actorName, at, action }) => ({
      by: actorName,
      mine: actorId === account,
      at,
      action,
      label: LABELS[action] ?? action,
    })),
  };
};
