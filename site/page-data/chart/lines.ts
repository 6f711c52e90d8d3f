import type { Chart, Label } from './chart.ts';
import { ticksOf, tickText, widthOf } from './figures.ts';
import type { Series } from './series.ts';

const WIDTH = 360;
const PLOT_HEIGHT = 170;
const LETTER = 13;
const LEGEND = 20;
const FOOT = 22;
const GAP = 6;
/** Points that all carry their figure; of more only the last does. */
const ALL_LABELLED = 7;

type Drawing = Omit<Chart, 'kind' | 'title' | 'description' | 'note'>;

/** Lines over a scale of round values. A gap in the figures is a gap in the line. */
export function lineChart(names: string[], series: Series[]): Drawing {
  const figures = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const ticks = ticksOf(...spanOf(figures));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const left = Math.ceil(Math.max(...ticks.map((tick) => widthOf(tickText(tick)))) * LETTER + GAP);
  // One line's figures stand over its points, those of several behind their ends.
  const right = WIDTH - Math.ceil(series.length > 1 ? lastRoom(series) + GAP : lastRoom(series) / 2) - GAP;
  const top = (series.length > 1 ? series.length * LEGEND : 0) + LETTER + GAP;
  const bottom = top + PLOT_HEIGHT;
  const x = (row: number): number => round(left + GAP + (names.length === 1 ? 0 : (row / (names.length - 1)) * (right - left - GAP)));
  const y = (value: number): number => round(bottom - ((value - low) / (high - low)) * PLOT_HEIGHT);
  return {
    width: WIDTH,
    height: bottom + FOOT,
    rules: ticks.map((tick) => ({ x1: left, y1: y(tick), x2: right + GAP, y2: y(tick), zero: tick === 0 })),
    scale: ticks.map((tick) => ({ x: left - GAP, y: y(tick) + 4, text: tickText(tick), anchor: 'end' })),
    categories: shownNames(names, right - left).map((row) => ({
      x: x(row),
      y: bottom + FOOT - 5,
      text: names[row]!,
      anchor: row === 0 ? 'start' : row === names.length - 1 ? 'end' : 'middle',
    })),
    values: valueLabels(series, x, y),
    series: series.map(({ name, values }) => {
      const points = values.map((value, row) => (value === null ? null : { x: x(row), y: y(value) }));
      return { name, path: pathOf(points), marks: points.filter((point) => point !== null), bars: [] };
    }),
  };
}

/** From zero where that leaves the line room to move: figures between 98 and 103 would be a flat line otherwise. */
function spanOf(figures: number[]): [number, number] {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const keepsZero = low <= 0 || low < 0.6 * high;
  return [keepsZero ? Math.min(0, low) : low, Math.max(high, low < 0 ? 0 : high)];
}

const lastRoom = (series: Series[]): number => Math.max(...series.map(({ texts }) => widthOf(texts.at(-1) ?? ''))) * LETTER;

/** Names along the bottom that do not run into each other: the first, the last, and others at even steps. */
export function shownNames(names: string[], width: number): number[] {
  const widest = Math.max(...names.map(widthOf)) * LETTER + 2 * GAP;
  const fit = Math.max(1, Math.floor(width / widest));
  const last = names.length - 1;
  if (last < fit) return names.map((_, row) => row);
  const step = Math.ceil(last / Math.max(1, fit - 1));
  const rows = names.map((_, row) => row).filter((row) => row % step === 0);
  // The last is always said; one that stands too near to it goes.
  return [...rows.filter((row) => row === 0 || last - row >= step), last];
}

function valueLabels(series: Series[], x: (row: number) => number, y: (value: number) => number): Label[] {
  const ends = series.map(({ values, texts }) => {
    const known = values.flatMap((value, row) => (value === null ? [] : [{ x: x(row), y: y(value), text: texts[row]! }]));
    return series.length === 1 && known.length <= ALL_LABELLED ? known : known.slice(-1);
  });
  if (series.length === 1) return ends[0]!.map((point) => ({ ...point, y: point.y - 9, anchor: 'middle' }));
  const placed = apart(ends.map(([end]) => end!.y));
  return ends.map(([end], place) => ({ x: end!.x + GAP + 2, y: round(placed[place]! + 5), text: end!.text, anchor: 'start' }));
}

/** Heights of labels moved apart until none covers another, as near to where they belong as their order allows. */
export function apart(heights: number[]): number[] {
  const order = heights.map((height, place) => ({ height, place })).sort((one, other) => one.height - other.height);
  order.forEach((each, index) => {
    const above = order[index - 1];
    if (above) each.height = Math.max(each.height, above.height + LETTER + 1);
  });
  return heights.map((_, place) => order.find((each) => each.place === place)!.height);
}

function pathOf(points: ({ x: number; y: number } | null)[]): string {
  return points
    .map((point, index) => (point === null ? '' : `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}`))
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
