import type { Check, Found } from '../finding';
import { fieldPlace } from '../subject';

/** Words that turn up in the meta tags of real portals instead of a value. */
const SAYS_NOTHING = /^(null|undefined|无标题)$/i;

const empty = (field: string, label: string, why: string): Found => ({
  place: fieldPlace(field, label),
  severity: 'stop',
  message: `${label}没有填写。`,
  hint: why,
  excerpt: null,
  matched: field,
  kept: field,
});

/** 必填项 by the kind of column: the meta tags of the government's convention, and for official documents their particulars (条例 第十二条). */
export const requiredFields: Check = {
  id: 'required-field',
  title: '必填项',
  run: (subject) => {
    const found: Found[] = [];
    const need = (field: string, label: string, value: string | null, why = '请填写后再送审。') => {
      if (!value || SAYS_NOTHING.test(value)) found.push(empty(field, label, why));
    };
    need('title', '标题', subject.title);
    need('source', '信息来源', subject.source, '信息来源是网页必须标明的内容。');
    need('columnCode', '栏目', subject.column);
    need('departmentCode', '部门', subject.department);
    const hasContent = subject.body.blocks.length > 0 || subject.body.images.length > 0 || subject.attachments.length > 0;
    if (!hasContent) found.push(empty('body', '正文', '正文、图片和附件至少要有一样。'));
    if (subject.facts.columnKind === 'official') {
      const why = '文件类栏目必须填写。';
      need('issuer', '发文机关', subject.issuer, why);
      need('documentNumber', '发文字号', subject.documentNumber, why);
      need('writtenOn', '成文日期', subject.writtenOn, why);
      need('validity', '有效性', subject.validity, why);
    }
    return found;
  },
};
