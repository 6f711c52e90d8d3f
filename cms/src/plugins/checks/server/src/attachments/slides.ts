import type { Extracted } from './extracted';
import type { XmlNode } from './text-of-xml';
import { below, readXml } from './text-of-xml';

const textOf = (node: XmlNode): string => (node.name === '#text' ? node.text : node.children.map(textOf).join(''));

const readParts = (parts: Map<string, string>, pattern: RegExp, element: string, label: (number: number) => string): Extracted => {
  const paths = [...parts.keys()].filter((path) => pattern.test(path)).sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  const paragraphs = paths.flatMap((path, index) =>
    below(readXml(parts.get(path) ?? ''), element).map((node) => ({ label: label(index + 1), text: textOf(node) })).filter(({ text }) => text.trim() !== ''),
  );
  return { paragraphs, tables: [], unreadable: null };
};

/** Slides and their speaker's notes. */
export const readPptx = (parts: Map<string, string>): Extracted =>
  readParts(parts, /^ppt\/(?:slides|notesSlides|comments)\/[^/]+\.xml$/, 'p', (number) => `第 ${number} 页幻灯片或备注`);

/** OFD (GB/T 33190), the format of electronic official documents. */
export const readOfd = (parts: Map<string, string>): Extracted => {
  const read = readParts(parts, /Pages\/[^/]+\/Content\.xml$/i, 'TextCode', (number) => `第 ${number} 页`);
  return read.paragraphs.length > 0 ? read : { ...read, unreadable: '版式文件里没有文字，可能是扫描件' };
};
