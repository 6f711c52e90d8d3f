import { docx } from './attachments/docx.ts';
import { pdf } from './attachments/pdf.ts';
import { xlsx } from './attachments/xlsx.ts';
import type { DemonstrationAttachment } from './types.ts';

/** Media types of what `makeAttachment` makes. */
export const MEDIA_TYPES: Record<DemonstrationAttachment['make'], string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  txt: 'text/plain',
};

/** Windows takes a text file without this mark for GBK. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Bytes of an attachment: a file that opens, always the same for the same content (so that its hash is, too). */
export const makeAttachment = (attachment: DemonstrationAttachment): Buffer => {
  switch (attachment.make) {
    case 'docx':
      return docx(attachment);
    case 'xlsx':
      return xlsx(attachment);
    case 'pdf':
      return pdf(attachment);
    case 'txt':
      return Buffer.from(`${BYTE_ORDER_MARK}${attachment.text.trim().replaceAll('\n', '\r\n')}\r\n`);
  }
};
