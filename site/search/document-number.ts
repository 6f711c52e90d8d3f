import { asItIs, fold } from './characters.ts';
import type { Simplify } from './characters.ts';

/** 文号 in parts: 孝政发〔2026〕12号 is series 孝政发, year 2026, number 12; 第12号令 has a number only. */
export interface DocumentNumber {
  /** 发文机关代字, folded; empty where it was not said. */
  series: string;
  /** Null where it was not said. */
  year: string | null;
  number: string;
}

/** Brackets of all kinds, or none; 年, 第 and 号 or not; blanks anywhere (taken out before). */
const WITH_YEAR = /^(\p{Script=Han}{0,16}?)[〔[(【{《<「]?((?:19|20)\d{2})[〕\])】}》>」]?年?第?0*(\d{1,4})[号號]?(?:令|文件|文)?$/u;
const WITHOUT_YEAR = /^(\p{Script=Han}{0,16}?)第0*(\d{1,4})[号號](?:令|文件|文)?$/u;

/**
 * Reads a text that is nothing but a document number, however it is written: 孝政发〔2026〕12号, 孝政发[2026]12号, （2026）, 【2026】,
 * 孝政发2026 12号, 孝政发202612号, 2026年12号, 第12号, in full width too. Null for everything else.
 */
export function documentNumberOf(text: string, simplify: Simplify = asItIs): DocumentNumber | null {
  const folded = fold(text.normalize('NFKC'), simplify).replace(/\s+/gu, '');
  const [, series = '', year, number] = WITH_YEAR.exec(folded) ?? [];
  if (year && number) return { series, year, number };
  const [, issuer = '', only] = WITHOUT_YEAR.exec(folded) ?? [];
  return only ? { series: issuer, year: null, number: only } : null;
}

/**
 * Words that stand in the index for a document's number, and are asked for one: 2026 and 12 side by side are in thousands of texts,
 * `n2026a12` is in the record of the documents that have this number. Letters and digits only, so that they are cut like any word.
 */
export function wordsOfNumber({ year, number }: DocumentNumber): string[] {
  return year ? [`n${year}a${number}`, `n${number}`] : [`n${number}`];
}

/** Whether a document has the number that was asked for; what was not said may be anything. */
export function isNumber(asked: DocumentNumber, had: DocumentNumber): boolean {
  return (
    asked.number === had.number &&
    (asked.year === null || asked.year === had.year) &&
    (asked.series === '' || asked.series === had.series)
  );
}
