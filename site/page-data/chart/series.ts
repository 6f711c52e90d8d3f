import type { ParticularsOf } from '../../contract/index.ts';
import { figureOf } from './figures.ts';

type Dataset = ParticularsOf<'dataset'>;

export interface Series {
  name: string;
  /** One a row; null: a gap. */
  values: (number | null)[];
  /** The cells as they were written. */
  texts: string[];
}

/** Series drawn over one scale. */
export interface Panel {
  series: Series[];
}

/** Shapes and patterns that can be told apart without colour; what is more is drawn in a panel of its own. */
const SERIES_IN_PANEL = 4;
/** A series this many times as large as another would press it flat. */
const LARGEST_RATIO = 12;
const RATE = /%|％|‰|增长|增速|同比|环比|比重|占比|率/;

/** Columns of figures that can be drawn: the first names the rows, a column of words is none. */
export function seriesOf({ heads, rows }: Dataset): Series[] {
  return heads.slice(1).flatMap((name, index) => {
    const texts = rows.map((row) => row[index + 1]!);
    const values = texts.map(figureOf);
    return values.some((value) => value !== null) ? [{ name, values, texts }] : [];
  });
}

/**
 * Which series share a scale: rates never stand with amounts, nor an amount with one a dozen times larger. Two scales in one picture are
 * refused: they let any two lines seem to meet.
 */
export function panelsOf(series: Series[]): Panel[] {
  const panels: (Panel & { rate: boolean; largest: number })[] = [];
  for (const each of series) {
    const rate = RATE.test(each.name);
    const largest = Math.max(...each.values.map((value) => Math.abs(value ?? 0)));
    const fits = panels.find(
      (panel) =>
        panel.rate === rate &&
        panel.series.length < SERIES_IN_PANEL &&
        (rate || Math.max(panel.largest, largest) <= LARGEST_RATIO * Math.min(panel.largest, largest)),
    );
    if (fits) {
      fits.series.push(each);
      fits.largest = Math.max(fits.largest, largest);
    } else {
      panels.push({ series: [each], rate, largest });
    }
  }
  return panels.map(({ series }) => ({ series }));
}
