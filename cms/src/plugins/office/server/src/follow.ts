import type { Follower } from '../../../review/server/src/gates';
import type { StateRow } from '../../../review/server/src/tables/state';
import type { Told } from './decisions/notices';
import { concernedBy, SETTLES } from './decisions/notices';
import { mailForm } from './mail';
import { accountsOf, accountsWith } from './tables/accounts';
import { settle, tell } from './tables/notices';

const toldOf = (row: StateRow): Told => ({
  authors: row.authors,
  submittedBy: row.submitted_by,
  firstBy: row.first_by,
  finalBy: row.final_by,
  proposedBy: row.proposed_by,
  department: row.department_code,
});

export const documentLink = (documentId: string): string => `/content-manager/collection-types/api::document.document/${documentId}`;

/** Notices of a command, written in its transaction: a command that fails leaves none. */
export const tellAfterCommand: Follower = {
  async after({ trx, at, actor }, { action, before, after, input }) {
    const object = `document:${after.document_id}`;
    if (SETTLES.includes(action)) await settle(trx, object, at);
    for (const { kind, accounts, role, except = [], text } of concernedBy(action, toldOf(before), toldOf(after), input.reason?.trim())) {
      const found = role ? await accountsWith(trx, role) : await accountsOf(trx, accounts ?? []);
      const concerned = found.filter(({ id }) => id !== actor.id && !except.includes(id));
      await tell(trx, concerned, { kind, object, title: after.title, text, link: documentLink(after.document_id) }, { at, mail: mailForm() });
    }
  },
};
