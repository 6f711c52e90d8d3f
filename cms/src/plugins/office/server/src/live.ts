import type { LiveFollower } from '../../../review/server/src/gates';
import { documentLink } from './follow';
import { mailForm } from './mail';
import { accountsOf } from './tables/accounts';
import { tell } from './tables/notices';

/** A first build acknowledges everything at once; nobody wants a thousand notices of it. */
const MOST_TOLD = 500;

/** Tells the authors that what they wrote is live, or why it is not, in the transaction of the acknowledgement. */
export const tellAfterRelease: LiveFollower = {
  async after({ trx, at }, { live, setAside }) {
    for (const row of live.slice(0, MOST_TOLD)) {
      const accounts = await accountsOf(trx, row.authors);
      const notice = { kind: 'live' as const, object: `document:${row.document_id}`, title: row.title, text: '已上线，公众可以看到。', link: documentLink(row.document_id) };
      await tell(trx, accounts, notice, { at, mail: mailForm() });
    }
    for (const { row, reason } of setAside.slice(0, MOST_TOLD)) {
      const accounts = await accountsOf(trx, row.authors);
      const notice = { kind: 'set-aside' as const, object: `document:${row.document_id}`, title: row.title, text: `页面没有生成：${reason}`, link: documentLink(row.document_id) };
      await tell(trx, accounts, notice, { at, mail: mailForm() });
    }
  },
};
