import { findings } from '../content/content';
import { invalid } from '../errors';
import { keepRevision, nextRevision } from '../tables/revisions';
import { columnKind } from '../tables/reference';
import { command } from './command';
import { asJson, readSnapshot } from './draft';

/** 送审: takes the snapshot that reviewers approve; its files are copied by hash, so that what is approved is those bytes. */
export const submit = command({
  action: 'submit',
  prepare: ({ strapi, row }) => readSnapshot(strapi, row.document_id),
  async call({ trx, row, actor, at, to }, snapshot) {
    const found = findings(snapshot.content, snapshot.text, (await columnKind(trx, row.column_code)) ?? 'document');
    if (found.length > 0) {
      const list = found.map((finding) => finding.message).join('；');
      throw invalid('INVALID', `还不能送审：${list}。`, '补齐后保存，再送审。', { findings: found });
    }
    const revision = await nextRevision(trx, row.document_id);
    const content_hash = await keepRevision(trx, {
      documentId: row.document_id,
      revision,
      kind: 'submitted',
      content: asJson(snapshot.content),
      madeBy: actor.id,
      madeAt: at,
    });
    await trx('review_file_use').where({ document_id: row.document_id }).delete();
    for (const file_id of new Set(snapshot.fileIds)) await trx('review_file_use').insert({ file_id, document_id: row.document_id });
    return {
      changes: {
        state: to,
        revision,
        content_hash,
        title: snapshot.content.title,
        authors: [...new Set([...row.authors, actor.id])],
        submitted_by: actor.id,
        first_by: null,
        final_by: null,
        return_reason: null,
      },
      detail: { revision, contentHash: content_hash, round: row.round },
    };
  },
});
