import { particularsFaults } from '../../../../../review/server/src/decisions/particulars/faults';
import type { Check } from '../finding';

/** 专项内容 must be whole and of the kind of the column; looked at again before release, since an end may have passed meanwhile. */
export const particulars: Check = {
  id: 'particulars',
  title: '专项内容',
  run: ({ particulars: written, facts: { particulars: around } }) =>
    around === undefined
      ? []
      : particularsFaults(written ?? null, around).map(({ field, message }) => ({
          place: { id: field, label: '专项内容', part: 'field' as const, field: 'particulars' },
          severity: 'stop' as const,
          message: `${message}。`,
          hint: '请在「专项内容」里改好，保存后再送审。',
          excerpt: null,
          matched: `${field} ${message}`,
          kept: field,
        })),
};
