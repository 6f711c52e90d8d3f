import { approvedText } from '../contract/index.ts';
import { approvedFile } from '../plan/addresses.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';

/** `/<column>/<month>/<id>.json`: the approved content. @throws SiteError `NOT_FOUND` */
export function approvedAt(r: ReplicaReader, column: string, month: string, id: string): string {
  const document = r.document(id);
  if (document?.column === column && document.month === month) return approvedText(document);
  throw new SiteError('NOT_FOUND', `地址 /${approvedFile({ column, month, id })} 没有公开的内容`, '重新生成计划');
}
