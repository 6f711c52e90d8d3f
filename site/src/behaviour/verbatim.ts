/**
 * 发文字号, as 国务院办公厅's 《党政机关公文处理工作条例》 writes it: agency's characters, year, number. It is a name to be quoted and
 * asked with, so no conversion touches it. Only where it stands by itself: inside a run of Han characters nobody can say where it begins.
 */
const DOCUMENT_NUMBER = /(?<!\p{Script=Han})\p{Script=Han}{1,10}[〔[［(（]\d{4}[〕\]］)）]\s*第?\d+\s*号/gu;

/** @param convert gets what lies between document numbers, in order */
export function convertAround(text: string, convert: (piece: string) => string): string {
  let made = '';
  let from = 0;
  for (const { 0: number, index } of text.matchAll(DOCUMENT_NUMBER)) {
    made += convert(text.slice(from, index)) + number;
    from = index + number.length;
  }
  return made + convert(text.slice(from));
}
