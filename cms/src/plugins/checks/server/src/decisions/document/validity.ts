import type { Check, Found } from '../finding';
import { fieldPlace } from '../subject';

const about = (field: string, label: string, severity: Found['severity'], message: string, hint: string, matched: string): Found => ({
  place: fieldPlace(field, label),
  severity,
  message,
  hint,
  excerpt: null,
  matched,
  kept: matched,
});

/** 有效性: what one document says of another's validity must not be contradicted (条例 第四十一条: what is outdated is put right). */
export const validity: Check = {
  id: 'validity',
  title: '有效性',
  run: (subject) => {
    const found: Found[] = [];
    const { repealedBy, repeals, lostRelations } = subject.facts;
    for (const other of subject.validity === 'valid' ? repealedBy : []) {
      found.push(about('validity', '有效性', 'stop', `「${other.title}」已宣布废止本文件，这里仍是“有效”。`, '请把有效性改为“废止”，或更正那份文件。', other.title));
    }
    if (subject.validity === 'repealed' && repeals.length > 0) {
      found.push(about('validity', '有效性', 'warn', '本文件的有效性是“废止”，却又废止其他文件。', '请核对有效性。', 'repealed repeals'));
    }
    for (const other of repeals.filter((one) => one.validity === 'valid')) {
      found.push(about('repeals', '废止', 'warn', `本文件废止「${other.title}」，那份文件现在仍是“有效”。`, '发布后请更正那份文件的有效性；已在办理的请写明理由。', other.title));
    }
    for (const other of lostRelations) {
      found.push(about('interprets', '关联文件', 'warn', `关联的「${other.title}」已不公开。`, '请改正关联，或写明理由。', other.title));
    }
    return found;
  },
};
