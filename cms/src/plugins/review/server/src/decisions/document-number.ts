/**
 * 发文字号 in its one form: 机关代字〔年份〕序号. The year stands in full in hexagonal brackets 〔〕, the number without 第 and
 * without leading noughts (GB/T 9704—2012, 7.2.5: 年份应标全称，用六角括号「〔〕」括入；发文顺序号不加「第」字，不编虚位). Anything
 * that is not such a number (令第 12 号, a number of an older form) is left as it is but for its blanks.
 */
const FORM = /^(.*?)\s*[〔[［【(（﹝]\s*((?:19|20)\d{2})\s*[〕\]］】)）﹞]\s*(?:第\s*)?0*(\d{1,6})\s*号$/u;

const halfWidth = (text: string): string => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

export const normaliseDocumentNumber = (given: string): string => {
  const text = halfWidth(given.trim());
  const [, office, year, number] = FORM.exec(text) ?? [];
  return office === undefined || number === undefined ? given.trim() : `${office.replace(/\s+/g, '')}〔${year}〕${number}号`;
};
