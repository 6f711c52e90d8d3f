import type { Field, Particulars, ParticularsType } from './form';
import { fieldsOf, isType } from './form';

/** Characters nobody sees, and those that turn the direction of the text. */
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

const clean = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '').normalize('NFC').replace(INVISIBLE, '');
const lineOf = (value: unknown): string => clean(value).replace(/\s+/g, ' ').trim();
const paragraphsOf = (value: unknown): string =>
  clean(value)
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

const numberOf = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : null;
};

const momentOf = (value: unknown): string | null => {
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const recordOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {});

const valueOf = (field: Field, value: unknown): unknown => {
  switch (field.is) {
    case 'line':
      return lineOf(value);
    case 'text':
      return paragraphsOf(value);
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(field.choices, value) ? value : '';
    case 'number':
      return numberOf(value);
    case 'flag':
      return value === true;
    case 'moment':
      return momentOf(value);
    case 'list':
      return listOf(value).map((item) => Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, valueOf(inner, recordOf(item)[name])])));
    case 'heads':
      return listOf(value).map(lineOf);
    case 'rows':
      return listOf(value).map((row) => listOf(row).map(lineOf));
  }
};

/**
 * What was handed in as 专项内容, in the form it is kept in: the fields of its type and no others, words without what nobody sees,
 * every gap an empty word or null. What is wrong with it is told by `faults.ts`.
 * @returns null where it is nothing, or of no type there is
 */
export const tidied = (given: unknown): Particulars | null => {
  const { type, ...values } = recordOf(given);
  if (!isType(type)) return null;
  const kept = Object.fromEntries(fieldsOf(type).map(([name, field]) => [name, valueOf(field, values[name])]));
  // Only a report is of a year.
  if (type === 'hall' && kept.room !== 'report') kept.year = null;
  return { type, ...kept } as Particulars;
};

/** What a form begins with: everything empty, choices at the first that says least. */
export const blank = (type: ParticularsType): Particulars => {
  const empty = tidied({ type }) as Particulars;
  if (empty.type === 'dataset') return { ...empty, chart: 'none', heads: ['', ''], rows: [['', '']] };
  if (empty.type === 'topic') return { ...empty, sections: [{ heading: '', column: '', keyword: '' }] };
  return empty;
};
