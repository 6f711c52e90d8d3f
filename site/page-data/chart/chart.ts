import type { ParticularsOf } from '../../contract/index.ts';
import { barChart } from './bars.ts';
import { lineChart } from './lines.ts';
import { panelsOf, seriesOf, type Series } from './series.ts';

type Dataset = ParticularsOf<'dataset'>;

export interface Label {
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

/** A picture of figures: places and texts, nothing left to compute. Units are those of its own `width` and `height`. */
export interface Chart {
  kind: 'line' | 'bar';
  title: string;
  /** What the picture shows, in words: the table has every figure. */
  description: string;
  width: number;
  height: number;
  /** Lines of the scale; `zero`: the line figures are measured from. */
  rules: { x1: number; y1: number; x2: number; y2: number; zero: boolean }[];
  scale: Label[];
  categories: Label[];
  values: Label[];
  /** Series by their place: style, pattern and shape follow from it. */
  series: { name: string; path: string; marks: { x: number; y: number }[]; bars: { x: number; y: number; width: number; height: number }[] }[];
  /** Said under the picture where not all rows are drawn. */
  note: string;
}

/** Rows drawn in one picture: more bars are a table, not a picture. */
const LARGEST_BARS = 24;
const LARGEST_POINTS = 240;

/** Charts of a data set, one for each scale it needs; none where it asks for none, or where nothing can be drawn. */
export function chartsOf(dataset: Dataset): Chart[] {
  if (dataset.chart === 'none') return [];
  // One point is no line.
  const kind = dataset.chart === 'line' && dataset.rows.length > 1 ? 'line' : 'bar';
  const limit = kind === 'bar' ? LARGEST_BARS : LARGEST_POINTS;
  // The newest points of a long line, the first of many bars.
  const rows = kind === 'bar' ? dataset.rows.slice(0, limit) : dataset.rows.slice(-limit);
  const names = rows.map((row) => row[0]!);
  const left = dataset.rows.length - rows.length;
  return panelsOf(seriesOf({ ...dataset, rows })).map(({ series }) => ({
    ...(kind === 'bar' ? barChart(names, series) : lineChart(names, series)),
    kind,
    title: titleOf(series, dataset),
    description: descriptionOf(kind, names, series),
    note: left === 0 ? '' : `图中为${kind === 'bar' ? '前' : '最近'} ${rows.length} 行，全部数据见表。`,
  }));
}

/** A head that names its own unit is not given the table's as well. */
function titleOf(series: Series[], { unit }: Dataset): string {
  const names = series.map(({ name }) => name).join('、');
  return /[（(%％]/.test(names) ? names : `${names}（${unit}）`;
}

function descriptionOf(kind: 'line' | 'bar', names: string[], series: Series[]): string {
  const [first, last] = [names[0]!, names.at(-1)!];
  const said = series.map(({ name, values, texts }) => {
    const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
    const lowest = known.reduce((one, other) => (other.value < one.value ? other : one));
    const highest = known.reduce((one, other) => (other.value > one.value ? other : one));
    const of = ({ index }: { index: number }): string => `${texts[index]}（${names[index]}）`;
    return known.length === 1 ? `${name} ${of(highest)}` : `${name}最高 ${of(highest)}，最低 ${of(lowest)}`;
  });
  const span = names.length === 1 ? first : `${first}至${last}`;
  return `${kind === 'line' ? '折线图' : '条形图'}，${span}。${said.join('；')}。全部数据见表。`;
}
