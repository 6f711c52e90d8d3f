import type { Block, Body, BodyImage, BodyLink, BodyTable, Place } from '../subject';

/** Elements that begin a paragraph of their own. */
const PARAGRAPHS = new Set(['p', 'h2', 'h3', 'h4', 'li', 'blockquote', 'pre', 'dt', 'dd', 'figcaption', 'div', 'h1', 'h5', 'h6']);
const CELLS = new Set(['td', 'th']);
const TOKEN = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|<!--[\s\S]*?-->/g;

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', middot: '·' };

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    }
    return NAMED[name.toLowerCase()] ?? whole;
  });

const attribute = (attributes: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  return found ? decoded(found[1] ?? found[2] ?? '') : null;
};

interface Cell {
  row: number;
  column: number;
  text: string;
  header: boolean;
}

interface OpenTable {
  number: number;
  cells: Cell[];
  row: number;
  column: number;
  caption: string;
}

const bodyPlace = (id: string, label: string): Place => ({ id: `body/${id}`, label: `正文${label}`, part: 'body', field: 'body' });

/** A row of cells with one figure each, as in forms, is read together: an identity card number written into eighteen boxes. */
const BOXED = /^\s*[\dXxＸ０-９]\s*$/;

const blocksOfTable = (table: OpenTable): Block[] => {
  const place = (id: string, label: string) => bodyPlace(`t${table.number}${id}`, `第 ${table.number} 个表格${label}`);
  return tableBlocks(table.cells, place, table.caption);
};

/** Cells as blocks: each knows the head of its column and the first cell and the cell before it in its row. */
export const tableBlocks = (cells: Cell[], place: (id: string, label: string) => Place, caption = ''): Block[] => {
  const firstRow = Math.min(...cells.map((cell) => cell.row));
  const heads = new Map(cells.filter((cell) => cell.row === firstRow).map((cell) => [cell.column, cell.text]));
  for (const cell of cells) if (cell.header && cell.row <= firstRow + 2) heads.set(cell.column, `${heads.get(cell.column) ?? ''} ${cell.text}`);
  const before = new Map<number, Cell>();
  const blocks: Block[] = [];
  let boxes: Cell[] = [];
  const closeBoxes = () => {
    const [first] = boxes;
    if (first && boxes.length >= 11) {
      blocks.push({ place: place(`r${first.row}c${first.column}+`, `第 ${first.row} 行第 ${first.column} 列起`), text: boxes.map((cell) => cell.text.trim()).join(''), context: before.get(first.row)?.text ?? '' });
    }
    boxes = [];
  };
  for (const cell of cells) {
    const [lastBox] = boxes;
    if (!BOXED.test(cell.text) || (lastBox && lastBox.row !== cell.row)) closeBoxes();
    if (BOXED.test(cell.text)) boxes.push(cell);
    const left = before.get(cell.row);
    const head = cell.row === firstRow ? '' : (heads.get(cell.column) ?? '');
    if (cell.text.trim() !== '') {
      blocks.push({
        place: place(`r${cell.row}c${cell.column}`, `第 ${cell.row} 行第 ${cell.column} 列`),
        text: cell.text,
        context: [caption, head, left?.text ?? ''].map((part) => part.trim().slice(0, 60)).filter((part) => part !== '').join(' '),
      });
    }
    before.set(cell.row, cell);
  }
  closeBoxes();
  return blocks;
};

/**
 * Takes a body apart into what is read as one, with places people can find again. The body has been through the sanitiser, so it is
 * well formed; one pass, in linear time. Text outside any element counts as a paragraph.
 */
export const readBody = (html: string): Body => {
  const blocks: Block[] = [];
  const images: BodyImage[] = [];
  const links: BodyLink[] = [];
  const tables: BodyTable[] = [];
  const open: OpenTable[] = [];
  let paragraphs = 0;
  let tableCount = 0;
  let text = '';
  let cell: Cell | null = null;
  let inCaption = false;
  let link: { href: string; text: string } | null = null;

  const flush = () => {
    if (text.trim() !== '') {
      paragraphs += 1;
      blocks.push({ place: bodyPlace(`p${paragraphs}`, `第 ${paragraphs} 段`), text, context: '' });
    }
    text = '';
  };
  const add = (part: string) => {
    const table = open.at(-1);
    if (inCaption && table) table.caption += part;
    else if (cell) cell.text += part;
    else if (!table) text += part;
    if (link) link.text += part;
  };
  const here = (): Place => {
    const table = open.at(-1);
    if (table && cell) return bodyPlace(`t${table.number}r${cell.row}c${cell.column}`, `第 ${table.number} 个表格第 ${cell.row} 行第 ${cell.column} 列`);
    return bodyPlace(`p${paragraphs + 1}`, `第 ${paragraphs + 1} 段`);
  };
  const closeTable = () => {
    const table = open.pop();
    if (!table) return;
    cell = null;
    if (table.caption.trim() !== '') blocks.push({ place: bodyPlace(`t${table.number}caption`, `第 ${table.number} 个表格的标题`), text: table.caption, context: '' });
    if (table.cells.length > 0) blocks.push(...blocksOfTable(table));
    tables.push({
      place: bodyPlace(`t${table.number}`, `第 ${table.number} 个表格`),
      rows: table.row,
      columns: Math.max(0, ...table.cells.map((one) => one.column)),
      hasHeader: table.cells.some((one) => one.header),
    });
  };

  let position = 0;
  for (const token of html.matchAll(TOKEN)) {
    add(decoded(html.slice(position, token.index)));
    position = token.index + token[0].length;
    const name = (token[2] ?? '').toLowerCase();
    const closing = token[1] === '/';
    const attributes = token[3] ?? '';
    const table = open.at(-1);
    if (name === 'br') add('\n');
    else if (name === 'img' && !closing) {
      images.push({ place: { ...bodyPlace(`image${images.length + 1}`, `第 ${images.length + 1} 张图片`) }, alt: attribute(attributes, 'alt')?.trim() ?? '' });
    } else if (name === 'a') {
      if (closing && link) {
        links.push({ place: here(), href: link.href, text: link.text.trim() });
        link = null;
      } else if (!closing && attribute(attributes, 'href')) link = { href: attribute(attributes, 'href') ?? '', text: '' };
    } else if (name === 'table') {
      if (closing) closeTable();
      else {
        if (!table) flush();
        tableCount += 1;
        open.push({ number: tableCount, cells: [], row: 0, column: 0, caption: '' });
      }
    } else if (name === 'caption') inCaption = !closing;
    else if (name === 'tr' && table && !closing) {
      table.row += 1;
      table.column = 0;
      cell = null;
    } else if (CELLS.has(name) && table) {
      if (closing) cell = null;
      else {
        table.column += 1;
        cell = { row: Math.max(1, table.row), column: table.column, text: '', header: name === 'th' };
        table.cells.push(cell);
        table.column += Math.max(0, Math.min(100, Number(attribute(attributes, 'colspan') ?? 1) || 1) - 1);
      }
    } else if (PARAGRAPHS.has(name)) {
      if (cell) {
        if (cell.text !== '' && !cell.text.endsWith('\n')) cell.text += '\n';
      } else if (!table) flush();
    }
  }
  add(decoded(html.slice(position)));
  while (open.length > 0) closeTable();
  flush();
  return { blocks, images, links, tables };
};

export type { Cell };
