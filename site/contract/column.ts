import { z } from 'zod';
import { columnCode } from './codes.ts';

/** What a column holds; it decides how the column is laid out (design: site, "The 18 columns"). */
export const columnKind = z.enum([
  'document',
  'news',
  'official',
  'data',
  'people',
  'agencies',
  'topics',
  'interpretation',
  'notice',
]);

/** 栏目: one of the headings of the disclosure hall. */
export const columnSchema = z.object({
  code: columnCode,
  name: z.string().min(1),
  kind: columnKind,
  /** Longest time without a new item before the column counts as stale, in days; null: kept true, or as needed. */
  freshWithinDays: z.int().positive().nullable(),
  /** `ColumnDescription` of the government's convention for meta tags. */
  description: z.string().min(1),
  /** `ColumnKeywords`. */
  keywords: z.array(z.string().min(1)).min(1),
  /** `ColumnType`, a word of the convention: 政策文件, 工作动态 … */
  columnType: z.string().min(1),
  /** Order in the hall, from 1. */
  position: z.int(),
});

export type Column = z.output<typeof columnSchema>;
export type ColumnInput = z.input<typeof columnSchema>;
export type ColumnKind = z.output<typeof columnKind>;
