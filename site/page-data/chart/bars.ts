import type { Chart, Label } from './chart.ts';
import { ticksOf, widthOf } from './figures.ts';
import type { Series } from './series.ts';

/** Narrow, so that its letters stay readable on a phone; bars lie, so that names of rows have the whole width. */
const WIDTH = 360;
const LETTER = 13;
const NAME = 19;
const BAR = 14;
const BETWEEN_BARS = 3;
const BETWEEN_ROWS = 10;
const LEGEND = 20;
const GAP = 4;

type Drawing = Omit<Chart, 'kind' | 'title' | 'description' | 'note'>;

/** Bars from a common zero, negative ones to its left, each with its figure at the end. */
export function barChart(names: string[], series: Series[]): Drawing {
  const figures = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const ticks = ticksOf(Math.min(0, ...figures), Math.max(0, ...figures));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const room = (negative: boolean): number => {
    const texts = series.flatMap(({ values, texts: written }) => written.filter((_, row) => values[row] !== null && values[row]! < 0 === negative));
    return texts.length === 0 ? 0 : Math.max(...texts.map(widthOf)) * LETTER + GAP;
  };
  const [left, right] = [room(true), WIDTH - room(false)];
  const x = (value: number): number => round(left + ((value - low) / (high - low)) * (right - left));
  const top = series.length > 1 ? series.length * LEGEND + GAP : 0;
  const rowHeight = NAME + series.length * (BAR + BETWEEN_BARS) + BETWEEN_ROWS;
  const height = top + names.length * rowHeight;
  const categories: Label[] = names.map((text, row) => ({ x: 0, y: top + row * rowHeight + LETTER, text, anchor: 'start' }));
  const values: Label[] = [];
  const drawn = series.map(({ name, values: own, texts }, place) => ({
    name,
    path: '',
    marks: series.length > 1 ? [{ x: BAR / 2, y: place * LEGEND + BAR / 2 }] : [],
    bars: own.flatMap((value, row) => {
      const y = top + row * rowHeight + NAME + place * (BAR + BETWEEN_BARS);
      if (value === null) {
        values.push({ x: x(0) + GAP, y: y + BAR - 2, text: texts[row] || '—', anchor: 'start' });
        return [];
      }
      values.push({ x: x(value) + (value < 0 ? -GAP : GAP), y: y + BAR - 2, text: texts[row]!, anchor: value < 0 ? 'end' : 'start' });
      // A figure near zero is still seen to be there.
      const width = Math.max(1, Math.abs(x(value) - x(0)));
      return [{ x: value < 0 ? round(x(0) - width) : x(0), y, width: round(width), height: BAR }];
    }),
  }));
  const zero = { x1: x(0), y1: top, x2: x(0), y2: height, zero: true };
  return { width: WIDTH, height, rules: [zero], scale: [], categories, values, series: drawn };
}

const round = (value: number): number => Math.round(value * 10) / 10;
