/** A grid as it is filled in: the head first, all rows equally long. */
export type Grid = string[][];

/** Cells as spreadsheets put them on the clipboard as text: tabs and lines, a cell with either in double quotes. */
export const cellsOf = (text: string): string[][] => {
  const rows: string[][] = [[]];
  const CELL = /(?:^|(?<=[\t\n]))"((?:[^"]|"")*)"(?=\t|\n|$)|[^\t\n]*/y;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  for (let at = 0; at <= source.length; ) {
    CELL.lastIndex = at;
    const found = CELL.exec(source);
    const quoted = found?.[1];
    rows.at(-1)?.push((quoted === undefined ? (found?.[0] ?? '') : quoted.replaceAll('""', '"')).replace(/\s+/g, ' ').trim());
    at += found?.[0].length ?? 0;
    if (at >= source.length) break;
    if (source[at] === '\n') rows.push([]);
    at += 1;
    if (at === source.length) rows.at(-1)?.push('');
    if (at === source.length) break;
  }
  return rows;
};

/** Whether what is pasted is more than one cell. */
export const isTable = (cells: string[][]): boolean => cells.length > 1 || (cells[0]?.length ?? 0) > 1;

/** All rows as long as the longest, and at least as wide and high as asked. */
export const squared = (grid: Grid, columns = 0, rows = 0): Grid => {
  const width = Math.max(columns, ...grid.map((row) => row.length));
  const filled = grid.map((row) => (row.length === width ? row : [...row, ...Array.from({ length: width - row.length }, () => '')]));
  while (filled.length < rows) filled.push(Array.from({ length: width }, () => ''));
  return filled;
};

/** Cells laid over the grid from a place on; the grid grows as far as it must. */
export const laidOver = (grid: Grid, row: number, column: number, cells: string[][]): Grid => {
  const width = column + Math.max(...cells.map((each) => each.length));
  return squared(grid, width, row + cells.length).map((each, index) => {
    const pasted = cells[index - row];
    return pasted ? each.map((cell, place) => pasted[place - column] ?? cell) : each;
  });
};
