import type { Extracted } from './extracted';
import type { XmlNode } from './text-of-xml';
import { readXml } from './text-of-xml';

/** Parts of a Word file that hold text: also headers, notes and remarks, which readers forget and files keep. */
const PARTS: [RegExp, string][] = [
  [/^word\/document\.xml$/, ''],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/footnotes\.xml$/, '脚注'],
  [/^word\/endnotes\.xml$/, '尾注'],
  [/^word\/comments\.xml$/, '批注'],
];

/** Text of a paragraph, deleted text of tracked changes included: it is still in the file. */
const textOf = (node: XmlNode): string =>
  node.children
    .map((child) => {
      if (child.name === 't' || child.name === 'delText' || child.name === 'instrText') return child.children.map((text) => text.text).join('');
      if (child.name === 'tab') return '\t';
      if (child.name === 'br' || child.name === 'cr') return '\n';
      if (child.name === 'noBreakHyphen') return '-';
      // A text box stands inside a run; its paragraphs are read for themselves. The fallback repeats it.
      if (child.name === 'txbxContent' || child.name === 'Fallback') return '';
      return textOf(child);
    })
    .join('');

export const readDocx = (parts: Map<string, string>): Extracted => {
  const extracted: Extracted = { paragraphs: [], tables: [], unreadable: null };
  const walk = (node: XmlNode, where: string) => {
    for (const child of node.children) {
      if (child.name === 'tbl') table(child, where);
      else if (child.name === 'p') {
        const text = textOf(child);
        if (text.trim() !== '') extracted.paragraphs.push({ label: where ? `${where}第 ${extracted.paragraphs.length + 1} 段` : `第 ${extracted.paragraphs.length + 1} 段`, text });
        boxes(child, where);
      } else if (child.name !== 'Fallback') walk(child, where);
    }
  };
  const boxes = (node: XmlNode, where: string) => {
    for (const child of node.children) {
      if (child.name === 'txbxContent') walk(child, where);
      else if (child.name !== 'Fallback') boxes(child, where);
    }
  };
  const table = (node: XmlNode, where: string) => {
    const number = extracted.tables.length + 1;
    const made: Extracted['tables'][number] = { label: `${where}第 ${number} 个表格`, cells: [] };
    extracted.tables.push(made);
    let row = 0;
    for (const line of rowsOf(node)) {
      row += 1;
      let column = 0;
      for (const cell of cellsOf(line)) {
        column += 1;
        const inner = cell.children.filter((child) => child.name === 'p' || child.name === 'sdt' || child.name === 'ins');
        made.cells.push({ row, column, text: inner.map(textOf).join('\n'), header: row === 1 });
        boxes(cell, where);
        cell.children.filter((child) => child.name === 'tbl').forEach((nested) => table(nested, where));
      }
    }
  };
  for (const [pattern, where] of PARTS) {
    for (const [path, xml] of parts) if (pattern.test(path)) walk(readXml(xml), where);
  }
  return extracted;
};

/** Rows and cells may be wrapped in content controls. */
const through = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((child) => (child.name === name ? [child] : ['sdt', 'sdtContent', 'ins', 'del', 'customXml'].includes(child.name) ? through(child, name) : []));
const rowsOf = (node: XmlNode): XmlNode[] => through(node, 'tr');
const cellsOf = (node: XmlNode): XmlNode[] => through(node, 'tc');
