import type { Extracted } from './extracted';
import { LIMITS } from './extracted';
import type { XmlNode } from './text-of-xml';
import { below, childrenOf, readXml } from './text-of-xml';

/** Text of a shared or inline string; phonetic guides are not text. */
const stringOf = (node: XmlNode): string =>
  node.children.map((child) => (child.name === 't' ? child.children.map((text) => text.text).join('') : child.name === 'rPh' ? '' : stringOf(child))).join('');

const columnOf = (reference: string): number =>
  [...(/^[A-Z]+/.exec(reference)?.[0] ?? '')].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** Excel keeps long numbers as 1.38001380E10; people see, and search engines index, the figures. */
const plainNumber = (value: string): string => {
  if (!/e/i.test(value)) return value;
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) < 1e21 ? number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 }) : value;
};

const cellText = (cell: XmlNode, shared: string[]): string => {
  const type = cell.attributes.t ?? 'n';
  if (type === 'inlineStr') return childrenOf(cell, 'is').map(stringOf).join('');
  const value = childrenOf(cell, 'v').map((node) => node.children.map((text) => text.text).join('')).join('');
  if (type === 's') return shared[Number(value)] ?? '';
  return type === 'n' ? plainNumber(value) : value;
};

/** Sheets of a workbook, the hidden ones too: hidden is not removed. Remarks and text boxes are read as paragraphs. */
export const readXlsx = (parts: Map<string, string>): Extracted => {
  const extracted: Extracted = { paragraphs: [], tables: [], unreadable: null };
  const strings = parts.get('xl/sharedStrings.xml');
  const shared = strings ? below(readXml(strings), 'si').map(stringOf) : [];
  let cells = 0;
  const sheets = [...parts].filter(([path]) => /^xl\/worksheets\/[^/]+\.xml$/.test(path)).sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  for (const [index, [, xml]] of sheets.entries()) {
    const table: Extracted['tables'][number] = { label: `第 ${index + 1} 个工作表`, cells: [] };
    let row = 0;
    for (const line of below(readXml(xml), 'row')) {
      row = Number(line.attributes.r ?? row + 1);
      let column = 0;
      for (const cell of childrenOf(line, 'c')) {
        column = columnOf(cell.attributes.r ?? '') || column + 1;
        const text = cellText(cell, shared);
        if (text !== '' && (cells += 1) <= LIMITS.cells) table.cells.push({ row, column, text, header: false });
      }
    }
    extracted.tables.push(table);
  }
  for (const [path, xml] of parts) {
    if (/^xl\/(?:comments\d*|threadedComments\/[^/]+)\.xml$/.test(path)) {
      for (const text of [...below(readXml(xml), 'comment'), ...below(readXml(xml), 'threadedComment')].map(stringOf)) extracted.paragraphs.push({ label: '批注', text });
    }
    if (/^xl\/drawings\/[^/]+\.xml$/.test(path)) {
      for (const text of below(readXml(xml), 'p').map(stringOf)) if (text.trim() !== '') extracted.paragraphs.push({ label: '文本框', text });
    }
  }
  if (cells > LIMITS.cells) extracted.unreadable = `表格超过 ${LIMITS.cells} 个单元格，后面的没有读`;
  return extracted;
};
