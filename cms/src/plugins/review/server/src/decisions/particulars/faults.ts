import type { Field, Particulars } from './form';
import { fieldsOf, FORMS, OF_KIND } from './form';

/** One thing that keeps a document from being submitted, at its field. */
export interface Fault {
  /** `particulars`, `particulars.until`, `particulars.leaders.0.name`, `particulars.rows.3`. */
  field: string;
  message: string;
}

/** What the findings depend on beside the 专项内容 themselves. */
export interface Around {
  /** Kind of the column, and its name where it is known. */
  kind: string;
  /** Instant. */
  now: string;
  /** Ends of this document's own public revision: an emergency that is over may still be corrected. */
  liveUntil: string | null;
  /** Codes of other topics that are public. */
  topicCodes: string[];
  /** Codes of the columns there are; null: they are not asked about. */
  columns: string[] | null;
}

const short = (field: string, label: string, value: string, most: number): Fault[] => (value.length > most ? [{ field, message: `${label}太长，最多 ${most} 个字` }] : []);

const wordsFaults = (at: string, label: string, field: Extract<Field, { is: 'line' | 'text' }>, value: string): Fault[] => {
  if (value === '') return field.required ? [{ field: at, message: `${label}没有填写` }] : [];
  if (field.is === 'line' && field.pattern && !field.pattern.expression.test(value)) return [{ field: at, message: `${label}${field.pattern.told}` }];
  return short(at, label, value, field.most);
};

const listFaults = (at: string, field: Extract<Field, { is: 'list' }>, items: Record<string, string>[]): Fault[] => [
  ...(items.length < field.least ? [{ field: at, message: `${field.label}至少要有 ${field.least} 项` }] : []),
  ...(items.length > field.most ? [{ field: at, message: `${field.label}最多 ${field.most} 项` }] : []),
  ...items.flatMap((item, index) =>
    Object.entries(field.fields).flatMap(([name, inner]) => wordsFaults(`${at}.${index}.${name}`, `第 ${index + 1} 个${field.one}的${inner.label}`, inner, item[name] ?? '')),
  ),
];

const headsFaults = (at: string, field: Extract<Field, { is: 'heads' }>, heads: string[]): Fault[] => [
  ...(heads.length < field.least ? [{ field: at, message: `表格至少要有 ${field.least} 列` }] : []),
  ...(heads.length > field.most ? [{ field: at, message: `表格最多 ${field.most} 列` }] : []),
  ...heads.flatMap((head, index) => (head === '' ? [{ field: at, message: `第 ${index + 1} 列的表头没有填写` }] : short(at, `第 ${index + 1} 列的表头`, head, field.cell))),
];

const rowsFaults = (at: string, field: Extract<Field, { is: 'rows' }>, rows: string[][], columns: number): Fault[] => [
  ...(rows.length < field.least ? [{ field: at, message: '表格没有数据行' }] : []),
  ...(rows.length > field.most ? [{ field: at, message: `表格最多 ${field.most} 行` }] : []),
  ...rows.flatMap((row, index) => {
    const place = `${at}.${index}`;
    if (row.length !== columns) return [{ field: place, message: `第 ${index + 1} 行有 ${row.length} 格，表头有 ${columns} 格，两者要相同` }];
    return row.flatMap((cell, column) => short(place, `第 ${index + 1} 行第 ${column + 1} 格`, cell, field.cell));
  }),
];

const fieldFaults = (name: string, field: Field, values: Record<string, unknown>): Fault[] => {
  const at = `particulars.${name}`;
  const value = values[name];
  switch (field.is) {
    case 'line':
    case 'text':
      return wordsFaults(at, field.label, field, value as string);
    case 'choice':
      return value === '' ? [{ field: at, message: `${field.label}没有选择` }] : [];
    case 'number':
      if (value === null) return field.required ? [{ field: at, message: `${field.label}没有填写，应为整数` }] : [];
      return (value as number) < field.least || (value as number) > field.most ? [{ field: at, message: `${field.label}应在 ${field.least} 到 ${field.most} 之间` }] : [];
    case 'list':
      return listFaults(at, field, value as Record<string, string>[]);
    case 'heads':
      return headsFaults(at, field, value as string[]);
    case 'rows':
      return rowsFaults(at, field, value as string[][], (values.heads as string[]).length);
    default:
      return [];
  }
};

/** What is wrong with the fields by themselves: the same that the contract would refuse. */
export const formFaults = (particulars: Particulars): Fault[] =>
  fieldsOf(particulars.type).flatMap(([name, field]) => fieldFaults(name, field, particulars as unknown as Record<string, unknown>));

const WEBSITE = /^https?:\/\/[^\s/]+\.[^\s]+$/i;

/** What the contract does not ask and the house does. */
const sense = (particulars: Particulars, { now, liveUntil, topicCodes, columns }: Around): Fault[] => {
  switch (particulars.type) {
    case 'emergency': {
      const { until } = particulars;
      return until !== null && until <= now && until !== liveUntil ? [{ field: 'particulars.until', message: '应急信息的结束时间已经过了' }] : [];
    }
    case 'topic':
      return [
        ...(topicCodes.includes(particulars.code) ? [{ field: 'particulars.code', message: `专题网址「${particulars.code}」已被另一个公开的专题使用` }] : []),
        ...particulars.sections.flatMap(({ column }, index) =>
          columns !== null && column !== '' && !columns.includes(column) ? [{ field: `particulars.sections.${index}.column`, message: `第 ${index + 1} 个专题栏目取自的栏目不存在` }] : [],
        ),
      ];
    case 'dataset':
      return particulars.rows.flatMap((row, index) =>
        row.every((cell) => cell === '') ? [{ field: `particulars.rows.${index}`, message: `第 ${index + 1} 行是空的，请删去` }] : [],
      );
    case 'hall':
      return particulars.room === 'report' && particulars.year === null ? [{ field: 'particulars.year', message: '年报没有写明是哪一年的' }] : [];
    case 'agency':
      return particulars.website !== '' && !WEBSITE.test(particulars.website) ? [{ field: 'particulars.website', message: '机构网站不是完整的网址' }] : [];
    default:
      return [];
  }
};

/** Whether the 专项内容 are of the type that the kind of column asks for. @returns what is wrong; null: nothing */
export const kindFault = (particulars: Particulars | null, kind: string): Fault | null => {
  const wanted = OF_KIND[kind];
  if (particulars === null) return wanted?.required ? { field: 'particulars', message: `专项内容（${FORMS[wanted.type].label}）没有填写` } : null;
  if (wanted?.type === particulars.type) return null;
  const found = FORMS[particulars.type].label;
  return {
    field: 'particulars',
    message: wanted ? `专项内容是「${found}」，这个栏目要的是「${FORMS[wanted.type].label}」` : `这个栏目没有专项内容，请去掉「${found}」的专项内容`,
  };
};

/** Everything that keeps 专项内容 from being submitted, in the order of the form. */
export const particularsFaults = (particulars: Particulars | null, around: Around): Fault[] => {
  const wrong = kindFault(particulars, around.kind);
  if (wrong) return [wrong];
  return particulars === null ? [] : [...formFaults(particulars), ...sense(particulars, around)];
};
