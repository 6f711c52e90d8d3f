import { plainLine } from '../../../../review/server/src/content/sanitise';
import { invalid } from '../../../../review/server/src/errors';
import type { SpecialDay } from '../decisions/calendar';
import { isDay } from '../decisions/calendar';
import type { RegisterFields } from '../decisions/register';
import { DISCLOSURE, RELAY, SECRECY, SECRET_TITLE, STATE_SECRETS, URGENCY } from '../decisions/register';
import type { PromiseFields } from '../decisions/promises';
import { isMeasure } from '../decisions/promises';

/** What a browser sent is turned into our types here, and nowhere else trusted. */
export type Body = Record<string, unknown>;

const oneOf = <T extends string>(words: Record<T, string>, value: unknown, fallback: T): T =>
  typeof value === 'string' && Object.hasOwn(words, value) ? (value as T) : fallback;

const oneOrNone = <T extends string>(words: Record<T, string>, value: unknown): T | null =>
  typeof value === 'string' && Object.hasOwn(words, value) ? (value as T) : null;

const day = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (!isDay(value)) throw invalid('INVALID', `「${String(value)}」不是日期。`, '日期写作 2026-11-23。');
  return value;
};

const instant = (value: unknown): string | null => {
  if (typeof value !== 'string' || value === '') return null;
  const moment = Date.parse(value);
  if (Number.isNaN(moment)) throw invalid('INVALID', `「${value}」不是时间。`, '请用时间框选择。');
  return new Date(moment).toISOString();
};

const line = (value: unknown, most: number): string => plainLine(value).slice(0, most);

const lines = (value: unknown, most: number): string => (typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n').trim().slice(0, most) : '');

export const versionOf = (body: Body): number => {
  if (!Number.isInteger(body.version)) throw invalid('INVALID', '缺少版本号（version）。', '请刷新页面后再办理。');
  return body.version as number;
};

export const textOf = (value: unknown, most = 200): string => line(value, most);

export const registerFields = (body: Body): RegisterFields => {
  const secrecy = oneOf(SECRECY, body.secrecy, 'none');
  const title = line(body.title, 390);
  return {
    day: day(body.day) ?? '',
    receivedAt: instant(body.receivedAt),
    department: line(body.department, 12),
    fromOrgan: line(body.fromOrgan, 200),
    toOrgan: line(body.toOrgan, 400),
    documentNumber: line(body.documentNumber, 120),
    title: STATE_SECRETS.includes(secrecy) && title === '' ? SECRET_TITLE : title,
    copies: Number(body.copies ?? 1),
    secrecy,
    urgency: oneOf(URGENCY, body.urgency, 'normal'),
    writtenOn: day(body.writtenOn),
    dueOn: day(body.dueOn),
    relay: oneOrNone(RELAY, body.relay),
    disclosure: oneOrNone(DISCLOSURE, body.disclosure),
    notes: lines(body.notes, 3900),
  };
};

export const calendarFields = (year: string, body: Body): { year: string; source: string; days: SpecialDay[]; version: number } => ({
  year,
  source: line(body.source, 290),
  version: versionOf(body),
  days: (Array.isArray(body.days) ? (body.days as Body[]) : []).map((given) => ({
    day: String(given?.day ?? ''),
    kind: given?.kind === 'work' ? 'work' : 'rest',
    name: line(given?.name, 60),
  })),
});

export const promiseFields = (body: Body): PromiseFields => ({
  department: line(body.department, 12),
  measure: isMeasure(body.measure) ? body.measure : 'other',
  name: line(body.name, 120),
  amount: Number(body.amount),
  unit: line(body.unit, 20),
  note: lines(body.note, 1000),
  position: Number.isInteger(body.position) ? (body.position as number) : 1,
});
