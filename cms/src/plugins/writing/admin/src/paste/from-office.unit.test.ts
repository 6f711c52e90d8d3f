import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { sanitiseBody } from '../../../../review/server/src/content/sanitise';
import { fromOffice, isFromOffice } from './from-office';

const { window } = new JSDOM('<!doctype html>');
const parse = (html: string): Document => new window.DOMParser().parseFromString(html, 'text/html');

const FOLDER = join(import.meta.dirname, 'fixtures');

/** What a fragment must become: its blocks' text in order, its tables as grids (← and ↑: part of the cell there), and pieces of HTML. */
interface Expected {
  file: string;
  text: string[];
  tables: string[][][];
  has?: string[];
}

const expected = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Expected[];

const LEAVES = 'p,h2,h3,h4,li,td,th,caption';

/** Text of each block that holds words itself, in order. */
const blocksOf = (html: string): string[] =>
  [...parse(html).body.querySelectorAll(LEAVES)].flatMap((element) => {
    const own = [...element.childNodes].filter((node) => !(node.nodeType === 1 && (node as Element).matches(`${LEAVES},ul,ol,table`)));
    const text = own.map((node) => node.textContent).join('');
    return text === '' ? [] : [text];
  });

/** A table as a rectangle, whatever its cells span. */
const gridOf = (table: Element): string[][] => {
  const grid: string[][] = [];
  [...table.querySelectorAll('tr')].forEach((row, y) => {
    let x = 0;
    for (const cell of row.children) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const [wide, high] = [Number(cell.getAttribute('colspan') ?? 1), Number(cell.getAttribute('rowspan') ?? 1)];
      for (let down = 0; down < high; down += 1) {
        for (let across = 0; across < wide; across += 1) (grid[y + down] ??= [])[x + across] = across > 0 ? '←' : down > 0 ? '↑' : (cell.textContent ?? '');
      }
      x += wide;
    }
  });
  return grid;
};

describe('fragments copied from Word, WPS, Excel and Word Online', () => {
  it('are fifty and more, each with what it must become', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));
    expect(files.length).toBeGreaterThanOrEqual(50);
    expect(expected.map(({ file }) => `${file}.html`).sort()).toEqual(files.sort());
  });

  it.each(expected.map((each) => [each.file, each] as const))('%s', (file, { text, tables, has = [] }) => {
    const html = readFileSync(join(FOLDER, `${file}.html`), 'utf8');
    expect(isFromOffice(html)).toBe(true);
    const result = fromOffice(html, { parse });
    expect(blocksOf(result)).toEqual(text);
    expect([...parse(result).querySelectorAll('table')].map(gridOf)).toEqual(tables);
    for (const piece of has) expect(result).toContain(piece);
    // What the paste writes is what the server keeps: nothing changes between the screen and the record.
    expect(sanitiseBody(result)).toBe(result);
    expect(result).not.toMatch(/mso|style=|class="Mso|<span|<font|<o:p|<!--|file:\/\//i);
  });

  it('is told from text copied elsewhere', () => {
    expect(isFromOffice('<p class="title">普通网页</p>')).toBe(false);
  });
});
