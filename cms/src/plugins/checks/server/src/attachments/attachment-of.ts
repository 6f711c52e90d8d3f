import type { Attachment, Place } from '../decisions/subject';
import { tableBlocks } from '../decisions/text/body';
import type { Extracted } from './extracted';

/** The text of a file as the checks read it, with places people can find again. */
export const attachmentOf = (name: string, sha256: string, extracted: Extracted): Attachment => {
  const place = (id: string, label: string): Place => ({ id: `file/${sha256.slice(0, 16)}/${id}`, label: `附件“${name}”${label}`, part: 'attachment', field: 'attachments' });
  return {
    name,
    sha256,
    unreadable: extracted.unreadable,
    blocks: [
      ...extracted.paragraphs.map(({ label, text }, index) => ({ place: place(`p${index + 1}`, label), text, context: '' })),
      ...extracted.tables.flatMap((table, index) => tableBlocks(table.cells, (id, label) => place(`t${index + 1}${id}`, `${table.label}${label}`))),
    ],
  };
};
