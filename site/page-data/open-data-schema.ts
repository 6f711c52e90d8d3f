/**
 * The form of the open data. One description for three readers: types here, JSON Schema 2020-12 for programs
 * (`/gy/shuju/*.schema.json`), and the table of fields on the page about the data.
 */
import { z } from 'zod';
import {
  columnCode,
  columnKind,
  day,
  departmentCode,
  documentId,
  instant,
  month,
  particularsSchema,
  sha256,
  validity,
} from '../contract/index.ts';
import { schemaFile, type SchemaName } from '../plan/machine-readable.ts';

const address = z.url().describe('完整网址');
const named = <T extends z.ZodType>(code: T) => z.strictObject({ code, name: z.string().min(1) });
const given = (words: string) => z.string().min(1).nullable().describe(words);
const file = { url: address, mediaType: z.string().min(3), bytes: z.int().nonnegative(), sha256: sha256.describe('文件的 SHA-256') };

export const openDocumentSchema = z.strictObject({
  id: documentId.describe('本站编号，永不改变'),
  url: address.describe('永久网址'),
  title: z.string().min(1).describe('标题'),
  column: named(columnCode).describe('所在栏目的代码和名称'),
  furtherColumns: z.array(columnCode).describe('同时显示在哪些栏目'),
  month: month.describe('首次发布的年月；000000 为未注明日期'),
  department: named(departmentCode).describe('发布机构的代码和名称'),
  source: z.string().min(1).describe('来源'),
  author: given('作者'),
  keywords: z.array(z.string()).describe('关键词'),
  summary: given('内容概述'),
  publishedAt: instant.nullable().describe('首次发布时间（UTC）'),
  updatedAt: instant.describe('最近一次发布时间（UTC）'),
  indexNumber: given('索引号'),
  issuer: given('发文机关'),
  documentNumber: given('发文字号'),
  writtenOn: day.nullable().describe('成文日期'),
  topicClass: given('主题分类'),
  genreClass: given('体裁分类'),
  audienceClass: given('服务对象分类'),
  validity: validity.nullable().describe('有效性：valid 有效，invalid 失效，repealed 废止'),
  disclosure: given('公开方式'),
  bodyHtml: z.string().describe('正文（HTML，文件为完整网址）'),
  bodyText: z.string().describe('正文（纯文本）'),
  attachments: z.array(z.strictObject({ name: z.string().min(1), ...file })).describe('附件'),
  images: z
    .array(z.strictObject({ alt: z.string().min(1), width: z.int().positive(), height: z.int().positive(), ...file }))
    .describe('正文图片及其文字说明'),
  relations: z
    .strictObject({ interprets: z.array(address), amends: z.array(address), repeals: z.array(address) })
    .describe('解读、修改、废止了哪些文件（网址）'),
  corrections: z.array(z.strictObject({ at: instant, reason: z.string().min(1) })).describe('更正的时间和说明'),
  particulars: particularsSchema.nullable().describe('专项内容：领导、机构、数据集、专题、应急、大厅文本、解读各有其字段'),
  inForce: z.boolean().describe('应急信息是否正在生效'),
  event: z.int().positive().describe('发布事件编号'),
  contentHash: sha256.describe('审定内容的指纹（SHA-256）'),
});

const envelope = {
  $schema: address.describe('本文件所依的模式'),
  licence: address.describe('使用条款'),
};

export const openMonthSchema = z.strictObject({
  ...envelope,
  column: named(columnCode),
  month,
  documents: z.array(openDocumentSchema),
});

const monthFiles = { month, documents: z.int().positive(), updated: instant, json: address, csv: address };

export const openMonthsSchema = z.strictObject({
  ...envelope,
  column: named(columnCode),
  months: z.array(z.strictObject(monthFiles)),
});

export const openColumnsSchema = z.strictObject({
  ...envelope,
  updated: instant.nullable(),
  columns: z.array(
    z.strictObject({
      code: columnCode,
      name: z.string().min(1),
      kind: columnKind,
      url: address,
      documents: z.int().nonnegative(),
      feed: address,
      months: address,
    }),
  ),
});

export type OpenDocument = z.output<typeof openDocumentSchema>;
export type OpenMonth = z.output<typeof openMonthSchema>;
export type OpenMonths = z.output<typeof openMonthsSchema>;
export type OpenColumns = z.output<typeof openColumnsSchema>;

const SCHEMAS: Record<SchemaName, { title: string; schema: z.ZodType }> = {
  month: { title: '一个栏目一个月的公开信息', schema: openMonthSchema },
  months: { title: '一个栏目的数据文件清单', schema: openMonthsSchema },
  columns: { title: '全部栏目的数据清单', schema: openColumnsSchema },
};

export const schemaAddress = (siteUrl: string, name: SchemaName): string => `${siteUrl}/${schemaFile(name)}`;

/** Made once: generating takes longer than everything else such a file needs. */
const generated: Partial<Record<SchemaName, Record<string, unknown>>> = {};

/** JSON Schema 2020-12 of one kind of file; its `$id` is its address. */
export function jsonSchemaOf(siteUrl: string, name: SchemaName): Record<string, unknown> {
  const { title, schema } = SCHEMAS[name];
  const { $schema, ...rest } = (generated[name] ??= { ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' }) });
  return { $schema, $id: schemaAddress(siteUrl, name), title, ...rest };
}

/** Fields of a document with what they mean, for people. */
export function documentFields(): { name: string; meaning: string }[] {
  return Object.entries(openDocumentSchema.shape).map(([name, field]) => ({ name, meaning: field.description ?? '' }));
}
