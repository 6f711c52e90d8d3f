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

/** The figures a list shows of a data set: those of the newest row of a line, else of the first row. */
export interface Headline {
  row: string;
  period: string;
  figures: { name: string; text: string; unit: string }[];
}

const MOST_FIGURES = 3;
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

export function headlineOf(document: PublicDocument): Headline | null {
  const dataset = datasetOf(document);
  if (!dataset) return null;
  const row = (dataset.chart === 'line' ? dataset.rows.at(-1) : dataset.rows[0])!;
  const figures = dataset.heads
    .slice(1)
    .map((name, index) => ({ name, text: row[index + 1]!, unit: dataset.unit }))
    .filter(({ text }) => figureOf(text) !== null)
    // A head that names its own unit is not given the table's as well.
    .map((figure) => (/[（(%％]/.test(figure.name + figure.text) ? { ...figure, unit: '' } : figure));
  return figures.length === 0 ? null : { row: row[0]!, period: dataset.period, figures: figures.slice(0, MOST_FIGURES) };
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
