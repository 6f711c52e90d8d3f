import { createHash } from 'node:crypto';
import { bodyToHtml } from './bodies.ts';
import { parseDay, parseInstant } from './dates.ts';
import type { Choice, Mapping, Refusal, TextRule } from './mapping.ts';
import { halfWidth, oneLine } from './text.ts';

/** A row of the source: names of its own, values of any kind. */
export type SourceRow = Readonly<Record<string, unknown>>;

/** A row as the CMS takes it (docs/architecture.md, "Import"). */
export interface ImportRow {
  key: string;
  /** Line of the file, from 1. */
  line: number;
  column: string;
  department: string;
  title: string;
  /** HTML; the CMS sanitises it. */
  body: string;
  publishedAt: string | null;
  summary?: string;
  sourceName: string;
  author?: string;
  keywords?: string[];
  issuer?: string;
  documentNumber?: string;
  writtenOn?: string | null;
  topicClass?: string;
  genreClass?: string;
  audienceClass?: string;
  validity?: 'valid' | 'invalid' | 'repealed' | null;
  disclosure?: string;
}

/** Why a row does not go in. */
export interface RowFault {
  code: string;
  message: string;
}

export type Converted = { row: ImportRow } | { fault: RowFault };

/** `null`, `[]` and the like are what programs write where a person wrote nothing. */
const NOTHING = /^(null|undefined|nan|none|\[\]|\{\}|-+)$/i;

const cell = (row: SourceRow, field: string): string => {
  const value = row[field];
  if (value === null || value === undefined) return '';
  const text =
    typeof value === 'string'
      ? value
      : typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : JSON.stringify(value);
  return NOTHING.test(text.trim()) ? '' : text;
};

/** The first of the fields that holds something. */
const firstOf = (row: SourceRow, fields: readonly string[]): string =>
  fields.map((field) => cell(row, field)).find((text) => text.trim() !== '') ?? '';

const textOf = (row: SourceRow, rule: TextRule | undefined): string => {
  if (!rule) return '';
  const whole = rule.from ? oneLine(firstOf(row, rule.from)) : '';
  const found = rule.find ? (rule.find.exec(rule.within ? whole.slice(0, rule.within) : whole)?.[0] ?? '') : whole;
  return (rule.values?.[found] ?? found) || rule.otherwise;
};

const choose = (row: SourceRow, { rules, otherwise }: Choice): string =>
  rules.find(({ field, matches }) => matches.test(oneLine(firstOf(row, field))))?.value ?? otherwise;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Stable over runs, orders of rows and machines: only what the source says counts. */
const keyOf = (row: SourceRow, { key }: Mapping): string =>
  'field' in key
    ? oneLine(cell(row, key.field))
    : sha256(JSON.stringify(key.hash.map((field) => [field, cell(row, field)]))).slice(0, 32);

/** A header repeated in the middle of a file where several were put together: each of its cells says its own name. */
const isRepeatedHeader = (row: SourceRow): boolean => {
  const said = Object.entries(row).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
  return said.length > 2 && said.filter(([field, value]) => field === String(value).trim()).length > said.length / 2;
};

const EXAMPLE_LENGTH = 40;

const shown = (text: string): string => (text.length > EXAMPLE_LENGTH ? `${text.slice(0, EXAMPLE_LENGTH)}…` : text);

/**
 * Turns rows of one corpus into ours. It remembers what went in, for rules that refuse repetitions, so one converter serves one
 * reading of one file from its first line.
 */
export class Converter {
  readonly #mapping: Mapping;
  readonly #seen = new Map<Refusal, Map<string, number>>();
  readonly #keys = new Map<string, number>();

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  convert(source: SourceRow, line: number): Converted {
    if (isRepeatedHeader(source)) return { fault: { code: 'REPEATED_HEADER', message: '这一行是重复的表头' } };
    const refused = this.#refusal(source);
    if (refused) return { fault: refused };
    const key = keyOf(source, this.#mapping);
    if (key === '') return { fault: { code: 'NO_KEY', message: '没有标识，无法辨认这一行' } };
    const twin = this.#keys.get(key);
    if (twin !== undefined) return { fault: { code: 'REPEATED_KEY', message: `与第 ${twin} 行的标识相同` } };
    const converted = this.#fields(source, line, key);
    if ('row' in converted) {
      this.#keys.set(key, line);
      this.#remember(source, line);
    }
    return converted;
  }

  #refusal(source: SourceRow): RowFault | null {
    for (const rule of this.#mapping.refuse) {
      const text = firstOf(source, rule.field);
      const fits =
        (rule.when === 'empty' && text === '') ||
        (rule.when === 'shorter' && text.trim().length < (rule.than ?? 0)) ||
        (rule.when === 'matches' && rule.matches?.test(oneLine(text)) === true);
      if (fits)
        return {
          code: rule.code,
          message:
            rule.when === 'shorter' ? `${rule.message}（${text.trim().length} 字：${shown(oneLine(text))}）` : rule.message,
        };
      const twin = rule.when === 'repeated' ? this.#seen.get(rule)?.get(oneLine(text)) : undefined;
      if (twin !== undefined) return { code: rule.code, message: `${rule.message}（见第 ${twin} 行）` };
    }
    return null;
  }

  #remember(source: SourceRow, line: number): void {
    for (const rule of this.#mapping.refuse.filter(({ when }) => when === 'repeated')) {
      const seen = this.#seen.get(rule) ?? new Map<string, number>();
      this.#seen.set(rule, seen.set(oneLine(firstOf(source, rule.field)), line));
    }
  }

  #fields(source: SourceRow, line: number, key: string): Converted {
    const mapping = this.#mapping;
    const published = this.#date(source, mapping.publishedAt.from, parseInstant);
    if ('fault' in published) return published;
    const written = mapping.writtenOn ? this.#date(source, mapping.writtenOn.from, parseDay) : { value: null };
    if ('fault' in written) return written;
    const title = textOf(source, mapping.title);
    if (title === '') return { fault: { code: 'NO_TITLE', message: '没有标题' } };
    const body = bodyToHtml(firstOf(source, mapping.body.from), mapping.body.format);
    if (body === '') return { fault: { code: 'NO_BODY', message: '没有正文' } };
    const optional = {
      summary: textOf(source, mapping.summary),
      author: textOf(source, mapping.author),
      issuer: textOf(source, mapping.issuer),
      documentNumber: textOf(source, mapping.documentNumber),
      topicClass: textOf(source, mapping.topicClass),
      genreClass: textOf(source, mapping.genreClass),
      audienceClass: textOf(source, mapping.audienceClass),
      disclosure: textOf(source, mapping.disclosure),
    };
    const keywords = mapping.keywords
      ? firstOf(source, mapping.keywords.from)
          .split(mapping.keywords.separator ?? /[,，;；、\s]+/u)
          .map(oneLine)
      : [];
    const validity = mapping.validity ? (mapping.validity.values[oneLine(firstOf(source, mapping.validity.from))] ?? null) : null;
    return {
      row: {
        key,
        line,
        column: choose(source, mapping.column),
        department: choose(source, mapping.department),
        title,
        body,
        publishedAt: published.value,
        sourceName: textOf(source, mapping.sourceName),
        ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
        ...(keywords.some((word) => word !== '') ? { keywords: keywords.filter((word) => word !== '') } : {}),
        ...(written.value === null ? {} : { writtenOn: written.value }),
        ...(validity === null ? {} : { validity }),
      },
    };
  }

  /** No date at all is allowed and kept as none; a date nobody can read is a fault, since guessing would file it under a wrong month. */
  #date(
    source: SourceRow,
    fields: readonly string[],
    parse: (text: string) => string | null,
  ): { value: string | null } | { fault: RowFault } {
    const text = halfWidth(oneLine(firstOf(source, fields)));
    if (text === '') return { value: null };
    const value = parse(text);
    return value === null ? { fault: { code: 'BAD_DATE', message: `日期无法识别：${shown(text)}` } } : { value };
  }
}
