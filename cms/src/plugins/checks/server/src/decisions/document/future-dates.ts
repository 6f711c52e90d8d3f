import type { Check, Found } from '../finding';
import { excerptOf } from '../finding';
import { fieldPlace } from '../subject';

const DATE = /((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?/g;
/** 落款: a line that is nothing but a date. */
const DATE_ALONE = /^\s*((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*$/;

const day = (year: string | undefined, month: string | undefined, date: string | undefined): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** 日期: what was written tomorrow was mistyped today. */
export const futureDates: Check = {
  id: 'future-date',
  title: '日期晚于今天',
  run: (subject) => {
    const { today } = subject.facts;
    const found: Found[] = [];
    if (subject.writtenOn && subject.writtenOn.slice(0, 10) > today) {
      found.push({
        place: fieldPlace('writtenOn', '成文日期'),
        severity: 'stop',
        message: `成文日期 ${subject.writtenOn.slice(0, 10)} 晚于今天（${today}）。`,
        hint: '请改正成文日期。',
        excerpt: null,
        matched: subject.writtenOn,
        kept: subject.writtenOn,
      });
    }
    for (const match of subject.title.matchAll(DATE)) {
      if (day(match[1], match[2], match[3]) <= today) continue;
      found.push({
        place: fieldPlace('title', '标题'),
        severity: 'warn',
        message: `标题里的日期晚于今天（${today}）。`,
        hint: '预告将来的事请写明理由，写错的请改正。',
        excerpt: excerptOf(subject.title, match.index, match.index + match[0].length),
        matched: match[0],
        kept: match[0],
      });
    }
    const signed = subject.body.blocks.findLast((block) => DATE_ALONE.test(block.text));
    const parts = signed ? DATE_ALONE.exec(signed.text) : null;
    if (signed && parts && day(parts[1], parts[2], parts[3]) > today) {
      found.push({
        place: signed.place,
        severity: 'warn',
        message: `落款日期晚于今天（${today}）。`,
        hint: '请核对落款日期。',
        excerpt: excerptOf(signed.text, 0, signed.text.length),
        matched: signed.text.trim(),
        kept: signed.text.trim(),
      });
    }
    return found;
  },
};
