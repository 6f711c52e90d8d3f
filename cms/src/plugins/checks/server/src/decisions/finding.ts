import { createHash } from 'node:crypto';
import type { Place, Subject } from './subject';

/** `stop`: the document does not go on until it is edited. `warn`: it goes on with a reason, which the audit keeps. */
export type Severity = 'stop' | 'warn';

/** Part of a text around what was found. */
export interface Excerpt {
  before: string;
  match: string;
  after: string;
}

/** What a check says of one place; the registry adds the key. */
export interface Found {
  place: Place;
  severity: Severity;
  /** Why it matters, one sentence for the person. */
  message: string;
  /** What to do about it. */
  hint: string;
  excerpt: Excerpt | null;
  /** What the finding is about where there is no excerpt; part of the key. */
  matched: string;
  /** How it may be kept: personal data are masked. */
  kept: string;
}

export interface Finding extends Found {
  /** Same check, same place, same text: same key. An acceptance given for it holds for exactly this and nothing else. */
  key: string;
  check: string;
  title: string;
}

/** One rule. Plain data in, findings out; the id is stable, as acceptances and statistics are kept under it. */
export interface Check {
  id: string;
  title: string;
  run(subject: Subject): Found[];
}

const KEY_LENGTH = 24;

export const findingKey = (check: string, place: string, matched: string): string =>
  createHash('sha256').update(JSON.stringify([check, place, matched])).digest('hex').slice(0, KEY_LENGTH);

const AROUND = 24;
const HALF_CHARACTER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text around a match, for a person to recognise it. Never cuts a pair of surrogates. */
export const excerptOf = (text: string, from: number, to: number): Excerpt => {
  const start = Math.max(0, from - AROUND);
  const end = Math.min(text.length, to + AROUND);
  const clean = (part: string) => part.replace(HALF_CHARACTER, '').replace(/\s+/g, ' ');
  return {
    before: (start > 0 ? '…' : '') + clean(text.slice(start, from)),
    match: text.slice(from, to),
    after: clean(text.slice(to, end)) + (end < text.length ? '…' : ''),
  };
};

/** Personal data as it may be kept: its first and last characters. */
export const masked = (text: string): string => {
  const characters = [...text.replace(/\s/g, '')];
  const shown = characters.length > 10 ? 3 : 1;
  return characters.map((character, index) => (index < shown || index >= characters.length - shown ? character : '*')).join('');
};
