import type { Check } from '../finding';
import { fieldPlace } from '../subject';

/** 重复标题: the same column already has it, in public or on its way there. Some titles come every year, so a reason passes it. */
export const titleInUse: Check = {
  id: 'title-in-use',
  title: '标题重复',
  run: (subject) =>
    subject.facts.titlesInUse.slice(0, 1).map((other) => ({
      place: fieldPlace('title', '标题'),
      severity: 'warn' as const,
      message: `本栏目已有同名信息（${other.state}）。`,
      hint: '重复上传的请废弃；确是另一条的，建议在标题里写明年份或期次，否则请写明理由。',
      excerpt: null,
      matched: subject.title,
      kept: subject.title,
    })),
};
