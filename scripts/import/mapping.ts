import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { Fault } from '../fault.ts';
import { BODY_FORMATS } from './bodies.ts';

const fields = z.union([
  z
    .string()
    .min(1)
    .transform((field) => [field]),
  z.array(z.string().min(1)).min(1),
]);

const pattern = z
  .string()
  .refine((text) => canCompile(text), { error: '不是有效的正则表达式' })
  .transform((text) => new RegExp(text, 'u'));

const canCompile = (text: string): boolean => {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

/** First rule whose field fits gives the value. */
const choice = z.object({
  rules: z.array(z.object({ field: fields, matches: pattern, value: z.string() })).default([]),
  otherwise: z.string(),
});

/** A text of one line: from the first field that holds something, cut out by a pattern, replaced by a table, or a value for all rows. */
const text = z.object({
  from: fields.optional(),
  /** Keeps what this finds; nothing when it finds nothing. */
  find: pattern.optional(),
  /** Looks for `find` in this many characters from the start only. */
  within: z.int().positive().optional(),
  values: z.record(z.string(), z.string()).optional(),
  otherwise: z.string().default(''),
});

const refusal = z.object({
  field: fields,
  /** `empty`: no field holds anything; `shorter`: fewer characters than `than`, blanks at both ends not counted; `repeated`: a row before, which went in, says the same; `matches`. */
  when: z.enum(['empty', 'shorter', 'repeated', 'matches']),
  than: z.int().positive().optional(),
  matches: pattern.optional(),
  code: z.string().regex(/^[A-Z][A-Z_]*$/),
  message: z.string().min(1),
});

/** How fields of one corpus become ours: a small file beside the importer, or one of the user's own. */
const mappingSchema = z.object({
  /** Name of the corpus; with a row's key its identity in the CMS for ever. */
  source: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  /** `field`: it holds a key of the source's own; `hash`: the row has none, its key is a hash of these fields. */
  key: z.union([z.object({ field: z.string().min(1) }), z.object({ hash: z.array(z.string().min(1)).min(1) })]),
  column: choice,
  department: choice,
  title: text,
  body: z.object({ from: fields, format: z.enum(BODY_FORMATS) }),
  publishedAt: z.object({ from: fields }),
  writtenOn: z.object({ from: fields }).optional(),
  summary: text.optional(),
  sourceName: text,
  author: text.optional(),
  issuer: text.optional(),
  documentNumber: text.optional(),
  topicClass: text.optional(),
  genreClass: text.optional(),
  audienceClass: text.optional(),
  validity: z.object({ from: fields, values: z.record(z.string(), z.enum(['valid', 'invalid', 'repealed'])) }).optional(),
  keywords: z.object({ from: fields, separator: pattern.optional() }).optional(),
  disclosure: text.optional(),
  refuse: z.array(refusal).default([]),
});

export type Mapping = z.output<typeof mappingSchema>;
export type TextRule = z.output<typeof text>;
export type Choice = z.output<typeof choice>;
export type Refusal = z.output<typeof refusal>;

const FOLDER = join(import.meta.dirname, 'mappings');

/** `news.ndjson.gz` → `news`. */
export const nameOfFile = (file: string): string =>
  basename(file)
    .replace(/\.gz$/i, '')
    .replace(/\.(ndjson|jsonl|json|csv)$/i, '');

/** @throws Fault `IMPORT_MAPPING` listing what is wrong with it */
export const parseMapping = (content: unknown, file: string): Mapping => {
  const parsed = mappingSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || '（整体）'}：${issue.message}`);
  throw new Fault(
    'IMPORT_MAPPING',
    `字段对照 ${file} 有 ${faults.length} 处问题：\n${faults.join('\n')}`,
    '参照 scripts/import/mappings/ 里的例子改正。',
  );
};

/**
 * @param name built-in name or path of a JSON file; null: by the name of the file to import
 * @param calledFrom folder a relative path counts from
 */
export const loadMapping = (name: string | null, fileToImport: string, calledFrom: string): Mapping => {
  const wanted = name ?? nameOfFile(fileToImport);
  const builtIn = join(FOLDER, `${wanted}.json`);
  const file = /^[\w-]+$/.test(wanted) && existsSync(builtIn) ? builtIn : resolve(calledFrom, wanted);
  if (!existsSync(file)) {
    throw new Fault(
      'IMPORT_MAPPING',
      `找不到字段对照：${wanted}`,
      '用 --mapping 指定 laws、news、disclosure-raw 之一，或自己写一个 JSON 文件。',
    );
  }
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Fault(
      'IMPORT_MAPPING',
      `字段对照 ${file} 不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`,
      '改正后再试。',
      { cause: error },
    );
  }
  return parseMapping(content, file);
};
