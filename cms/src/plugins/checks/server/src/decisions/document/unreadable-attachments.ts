import type { Check } from '../finding';
import type { Place } from '../subject';

const placeOf = (file: { name: string; sha256: string }): Place => ({
  id: `file/${file.sha256.slice(0, 16)}`,
  label: `附件“${file.name}”`,
  part: 'attachment',
  field: 'attachments',
});

/** What no check could read, a person must: scans, encrypted files, old formats. */
export const unreadableAttachments: Check = {
  id: 'unreadable-attachment',
  title: '无法读取的附件',
  run: (subject) =>
    subject.attachments.flatMap((file) =>
      file.unreadable === null
        ? []
        : [
            {
              place: placeOf(file),
              severity: 'warn' as const,
              message: `无法读取文字，请人工核对：${file.unreadable}`,
              hint: '请打开附件，确认没有个人信息和不宜公开的内容，然后写明核对人和结果。',
              excerpt: null,
              matched: file.sha256,
              kept: file.name,
            },
          ],
    ),
};
