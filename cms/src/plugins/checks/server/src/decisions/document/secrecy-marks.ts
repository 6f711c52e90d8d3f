import type { Check, Found } from '../finding';
import { excerptOf } from '../finding';
import { blocksOfSubject } from '../personal/check';

/** 国家秘密标志: 密级、★、期限 (保守国家秘密法实施条例). Seen on a text that is about to be public, it stops. */
const MARK = /(?:绝\s?密|机\s?密|秘\s?密)\s?[★☆*＊]/g;
const INTERNAL = /内部(?:资料|文件|材料|使用|参考)[，,；;、\s]{0,2}(?:注意保存|注意保密|请勿外传|不得外传|严禁外传)|仅供内部(?:使用|参考|传阅)|不得外传|严禁外传|会后收回|阅后收回/g;
/** A law about such marks is not marked itself: alone in its line, or at the head of a file. */
const LONGEST_LINE = 40;

const at = (pattern: RegExp, severity: Found['severity'], message: string, hint: string, text: string, place: Found['place']): Found[] =>
  [...text.matchAll(pattern)].map((match) => {
    const excerpt = excerptOf(text, match.index, match.index + match[0].length);
    return { place, severity, message, hint, excerpt, matched: excerpt.match, kept: excerpt.match };
  });

export const secrecyMarks: Check = {
  id: 'secrecy-mark',
  title: '密级和内部标志',
  run: (subject) =>
    blocksOfSubject(subject).flatMap((block) => [
      ...at(MARK, block.text.trim().length <= LONGEST_LINE ? 'stop' : 'warn', '这里有国家秘密标志。', '请立即停止办理，按保密规定处理；只是讲解密级标志的请写明理由。', block.text, block.place),
      ...at(INTERNAL, 'warn', '这里有“内部”“不得外传”一类的字样。', '请确认可以公开，并写明理由。', block.text, block.place),
    ]),
};
