import type { Field, Particulars } from './form';
import { fieldsOf, FORMS } from './form';

/** What one field says, as people read it. */
export interface Said {
  /** `person.post`. */
  field: string;
  label: string;
  text: string;
  /** An office's own address or telephone: public by what it is. */
  office: boolean;
}

/** A list or a grid, as a table whose first row is its head. */
export interface Tabled {
  field: string;
  label: string;
  rows: string[][];
  /** Whether the cells of a column are an office's own address or telephone. */
  office: boolean[];
}

const SHANGHAI_MS = 8 * 60 * 60 * 1000;
/** `2026-11-23 19:15`, Beijing time; China has had no summer time since 1991. */
export const beijingMinute = (instant: string): string => new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');

const wordsOf = (field: Field, value: unknown): string => {
  if (field.is === 'choice') return (field.choices as Record<string, string>)[String(value)] ?? '';
  if (field.is === 'flag') return value === true ? '是' : '否';
  if (field.is === 'moment') return typeof value === 'string' ? `北京时间 ${beijingMinute(value)}` : '未定';
  return value === null || value === undefined ? '' : String(value);
};

const isTable = ({ is }: Field): boolean => is === 'list' || is === 'heads' || is === 'rows';

/** Single fields, in the order of the form; what is empty is left out. */
export const saidIn = (particulars: Particulars): Said[] => {
  const values = particulars as unknown as Record<string, unknown>;
  return fieldsOf(particulars.type)
    .filter(([, field]) => !isTable(field))
    .map(([name, field]) => ({
      field: `${particulars.type}.${name}`,
      label: `${FORMS[particulars.type].label}：${field.label}`,
      text: wordsOf(field, values[name]),
      office: field.is === 'line' && field.office === true,
    }))
    .filter(({ text }) => text !== '');
};

/** Lists and grids; those without a row are left out. */
export const tablesIn = (particulars: Particulars): Tabled[] => {
  const values = particulars as unknown as Record<string, unknown>;
  const { label } = FORMS[particulars.type];
  const lists = fieldsOf(particulars.type).flatMap(([name, field]): Tabled[] => {
    if (field.is !== 'list') return [];
    const inner = Object.entries(field.fields);
    const items = values[name] as Record<string, string>[];
    return [
      {
        field: `${particulars.type}.${name}`,
        label: `${label}：${field.label}`,
        rows: [inner.map(([, one]) => one.label), ...items.map((item) => inner.map(([key]) => item[key] ?? ''))],
        office: inner.map(([, one]) => one.is === 'line' && one.office === true),
      },
    ];
  });
  const grid: Tabled[] = particulars.type === 'dataset' ? [{ field: 'dataset.rows', label: '数据集：数据', rows: [particulars.heads, ...particulars.rows], office: [] }] : [];
  return [...lists, ...grid].filter(({ rows }) => rows.length > 1);
};
