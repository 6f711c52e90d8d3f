import { z } from 'zod';
import type { ColumnKind } from './column.ts';
import { columnCode, instant } from './codes.ts';

const line = z.string().trim().max(200);
const said = line.min(1);

/** 领导: one person of the leadership; title of the document is the name, its body the curriculum, its first picture the portrait. */
export const personSchema = z.object({
  type: z.literal('person'),
  /** 职务: 市委副书记、市长 … */
  post: said,
  /** 班子: heading under which the person stands among others, 市政府领导 … */
  group: said,
  /** Order within the group, from 1. */
  order: z.int().min(1).max(999),
  /** 工作分工, plain text, paragraphs parted by a newline. */
  duties: z.string().max(2000),
  phone: line,
});

/** 机构: an agency's own description; title of the document is its name, its body the functions (机构职能) in full. */
export const agencySchema = z.object({
  type: z.literal('agency'),
  address: said,
  phone: said,
  officeHours: said,
  postalCode: line,
  website: line,
  leaders: z.array(z.object({ name: said, title: said, duties: z.string().max(500) })).max(40),
  /** 内设机构. */
  units: z.array(z.object({ name: said, duties: z.string().max(1000), phone: line })).max(80),
});

/** 数据集: figures of one subject. Cells are strings as the statistics office writes them (`1,024.5`, `—`), so that nothing is rounded. */
export const datasetSchema = z.object({
  type: z.literal('dataset'),
  /** 计量单位, 亿元 … */
  unit: said,
  /** 统计时段, 2026 年前三季度 … */
  period: said,
  /** 指标解释和数据来源: how each figure is defined and counted. */
  definition: z.string().max(2000).min(1),
  /** Head of each column of the table; the first names what the rows are. */
  heads: z.array(said).min(2).max(24),
  /** Rows, each as long as `heads`; the first cell names the row. */
  rows: z.array(z.array(line).min(2).max(24)).min(1).max(400),
  /** Chart that is drawn of it: the rows along the bottom, a line or a bar for each further column. */
  chart: z.enum(['none', 'line', 'bar']),
});

/** 专题: several columns on one subject, at `/zt/<code>/`; the body is its own text. */
export const topicSchema = z.object({
  type: z.literal('topic'),
  /** What its address is made of. */
  code: z.string().regex(/^[a-z][a-z0-9]{1,19}$/),
  /** Each section shows the newest documents of a column whose 关键词 have this word; an empty word: all of the column. */
  sections: z.array(z.object({ heading: said, column: columnCode, keyword: line })).min(1).max(12),
  /** A topic that is over stays where it is and says so. */
  closed: z.boolean(),
});

/** 预警级别: Ⅰ级 red … Ⅳ级 blue (突发事件应对法 第六十三条: 红、橙、黄、蓝). */
export const emergencyLevel = z.enum(['red', 'orange', 'yellow', 'blue']);

/** 应急信息: a notice on top of the home page while it is in force. */
export const emergencySchema = z.object({
  type: z.literal('emergency'),
  level: emergencyLevel,
  /** 事件: 暴雨, 停水 … */
  event: said,
  /** What people are to do, one line, shown on top of the home page. */
  advice: said,
  hotline: line,
  /** When it ends by itself; null: in force until it is withdrawn, corrected or taken down. */
  until: instant.nullable(),
});

/** 公开大厅文本: a text that stands in a fixed room of the disclosure hall. */
export const hallTextSchema = z.object({
  type: z.literal('hall'),
  /** guide 公开指南, rules 公开制度, statutory 法定主动公开内容, report 公开年报, application 依申请公开. */
  room: z.enum(['guide', 'rules', 'statutory', 'report', 'application']),
  /** Year a report is about; null for the others. */
  year: z.int().min(2000).max(2100).nullable(),
});

/** 解读: what form an interpretation has; what it interprets is a relation. */
export const interpretationSchema = z.object({
  type: z.literal('interpretation'),
  /** text 文字解读, questions 问答解读, picture 图解, expert 专家解读, leader 负责人解读, interview 在线访谈. */
  form: z.enum(['text', 'questions', 'picture', 'expert', 'leader', 'interview']),
});

/** 专项内容: what a document has because of the kind of its column, beside title, body and files. */
export const particularsSchema = z.discriminatedUnion('type', [
  personSchema,
  agencySchema,
  datasetSchema.refine(({ heads, rows }) => rows.every((row) => row.length === heads.length), { error: '每一行的格数要与表头相同' }),
  topicSchema,
  emergencySchema,
  hallTextSchema,
  interpretationSchema,
]);

export type Particulars = z.output<typeof particularsSchema>;
export type ParticularsType = Particulars['type'];
export type ParticularsOf<T extends ParticularsType> = Extract<Particulars, { type: T }>;

/** Which particulars a column's documents have. `required`: a document without them cannot be submitted; elsewhere they are a choice. */
export const PARTICULARS_OF_KIND: Partial<Record<ColumnKind, { type: ParticularsType; required: boolean }>> = {
  people: { type: 'person', required: true },
  agencies: { type: 'agency', required: true },
  data: { type: 'dataset', required: false },
  topics: { type: 'topic', required: true },
  notice: { type: 'emergency', required: false },
  interpretation: { type: 'interpretation', required: false },
  document: { type: 'hall', required: false },
};
