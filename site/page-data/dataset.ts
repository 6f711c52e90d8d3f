import type { ParticularsOf, PublicDocument } from '../contract/index.ts';
import { dataFile, hrefOf } from '../plan/addresses.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { chartsOf, type Chart } from './chart/chart.ts';
import { figureOf } from './chart/figures.ts';
import { sizeOf } from './files.ts';

type Dataset = ParticularsOf<'dataset'>;

/** 数据集 as its document's page prints it. */
export interface DatasetView {
  title: string;
  unit: string;
  period: string;
  definition: string[];
  heads: string[];
  /** Cells as they were written; `figure`: set to the right, so that digits stand under digits. */
  rows: { text: string; figure: boolean }[][];
  charts: Chart[];
  download: { href: string; size: string };
}

/** The figures a list shows of a data set: its newest period; where it has none, its few rows. */
export interface Headline {
  row: string;
  period: string;
  figures: { name: string; text: string; unit: string }[];
}

const MOST_FIGURES = 4;
/** More rows of one rank have no headline. */
const MOST_ROWS = 8;
/** Excel takes a file without it for GBK and shows Chinese as rubbish. */
const BYTE_ORDER_MARK = '\uFEFF';

export function datasetOf(document: PublicDocument): Dataset | null {
  const particulars = document.particulars ?? null;
  return particulars?.type === 'dataset' ? particulars : null;
}

export function datasetView(document: PublicDocument): DatasetView | null {
  const dataset = datasetOf(document);
  if (!dataset) return null;
  const { unit, period, definition, heads, rows } = dataset;
  return {
    title: document.title,
    unit,
    period,
    definition: definition.split('\n').filter((line) => line.trim() !== ''),
    heads,
    rows: rows.map((row) => row.map((text, index) => ({ text, figure: index > 0 && (figureOf(text) !== null || /^[—…-]*$/.test(text)) }))),
    charts: chartsOf(dataset),
    download: { href: hrefOf(dataFile(document)), size: sizeOf(Buffer.byteLength(csvOf(dataset))) },
  };
}

/** What rows or columns are named where they are periods: `2026年1—10月`, `三季度`, `9月`. */
const PERIOD = /(?:年|月|季度|上半年|年度)$/;

/** Null where no figure stands out: a table of many rows of one rank has no headline. */
export function headlineOf(document: PublicDocument): Headline | null {
  const dataset = datasetOf(document);
  if (!dataset) return null;
  const { heads, rows, unit, period } = dataset;
  const [names, of] = [heads.slice(1), rows.every(([name]) => PERIOD.test(name!)) ? rows.at(-1)! : rows.length === 1 ? rows[0]! : null];
  if (of) return headline(of[0]!, period, unit, names.map((name, index) => [name, of[index + 1]!]));
  // The newest of several periods beside each other; else what the table puts first.
  const column = names.every((name) => PERIOD.test(name)) ? heads.length - 1 : 1;
  if (rows.length > MOST_ROWS) return null;
  return headline(heads[column]!, period, unit, rows.map((row) => [row[0]!, row[column]!]));
}

function headline(row: string, period: string, unit: string, cells: [string, string][]): Headline | null {
  const figures = cells
    .filter(([, text]) => figureOf(text) !== null)
    // A name that tells its own unit is not given the table's as well.
    .map(([name, text]) => ({ name, text, unit: /[（(%％]/.test(row + name + text) ? '' : unit }));
  return figures.length === 0 ? null : { row, period, figures: figures.slice(0, MOST_FIGURES) };
}

/** The table as RFC 4180 has it: CRLF, quotes where a cell needs them. */
export function csvOf({ heads, rows }: Pick<Dataset, 'heads' | 'rows'>): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return BYTE_ORDER_MARK + [heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** `/<column>/<month>/<id>.csv`. @throws SiteError `NOT_FOUND` */
export function dataFileAt(r: ReplicaReader, column: string, month: string, id: string): string {
  const document = r.document(id);
  const dataset = document && document.column === column && document.month === month ? datasetOf(document) : null;
  if (!dataset) throw new SiteError('NOT_FOUND', `地址 /${dataFile({ column, month, id })} 没有公开的数据`, '重新生成计划');
  return csvOf(dataset);
}
