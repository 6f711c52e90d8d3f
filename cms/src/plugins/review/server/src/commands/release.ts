import { invalid } from '../errors';
import { command } from './command';
import { approvedContent } from './draft';
import { goPublic } from './going-public';

/** 发布: the approved revision becomes public, now or because the time planned for it has come. */
export const release = command({
  action: 'release',
  prepare: ({ strapi, row }) => approvedContent(strapi, row),
  async call(context, content) {
    const { trx, row, input } = context;
    // Of two processes that found it due, the second finds the row gone, under the lock of the audit chain.
    const waiting = await trx('publication_due').where({ document_id: row.document_id, kind: 'release' }).first('id');
    if (input.planned && !waiting) throw invalid('INVALID', '已经没有需要到期办理的。', '');
    return goPublic(context, row, content);
  },
});
