import { dirname, join } from 'node:path';
import type { Extracted } from './extracted';
import { LIMITS, nothingRead } from './extracted';

interface Item {
  str?: string;
  hasEOL?: boolean;
  transform?: number[];
  width?: number;
}

/** Fewer characters a page than this, and it is a scan with a stamp. */
const SCANNED_BELOW = 8;

const isPasswordFault = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException';

/** Pieces of a line that touch belong together; a gap of half a character is a blank. */
const linesOf = (items: Item[]): string[] => {
  const lines: string[] = [];
  let line = '';
  let end: { x: number; y: number; size: number } | null = null;
  for (const item of items) {
    const [size = 12, , , height = 12, x = 0, y = 0] = item.transform ?? [];
    const scale = Math.abs(height) || Math.abs(size) || 12;
    if (end && Math.abs(y - end.y) > scale * 0.6 && line !== '') {
      lines.push(line);
      line = '';
    } else if (end && x - end.x > scale * 0.5 && line !== '' && !line.endsWith(' ')) line += ' ';
    line += item.str ?? '';
    end = { x: x + (item.width ?? 0), y, size: scale };
    if (item.hasEOL) {
      if (line !== '') lines.push(line);
      line = '';
      end = null;
    }
  }
  return line === '' ? lines : [...lines, line];
};

/** Text of a PDF, page by page, and of its form fields and remarks. */
export const readPdf = async (bytes: Uint8Array): Promise<Extracted> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(require.resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: bytes,
    // Chinese fonts without embedded maps name one of these.
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    const paragraphs: Extracted['paragraphs'] = [];
    let characters = 0;
    let scanned = 0;
    const pages = Math.min(pdf.numPages, LIMITS.pages);
    for (let number = 1; number <= pages; number += 1) {
      const page = await pdf.getPage(number);
      const lines = linesOf((await page.getTextContent()).items as Item[]);
      const remarks = ((await page.getAnnotations()) as { contentsObj?: { str?: string }; fieldValue?: unknown }[]).flatMap(({ contentsObj, fieldValue }) =>
        [contentsObj?.str, fieldValue].filter((text): text is string => typeof text === 'string' && text !== ''),
      );
      const length = lines.join('').trim().length;
      characters += length;
      if (length < SCANNED_BELOW) scanned += 1;
      lines.forEach((text, index) => paragraphs.push({ label: `第 ${number} 页第 ${index + 1} 行`, text }));
      remarks.forEach((text) => paragraphs.push({ label: `第 ${number} 页的批注或表单`, text }));
      page.cleanup();
      if (characters > LIMITS.characters) break;
    }
    if (characters === 0) return { ...nothingRead('没有文字层，可能是扫描件'), paragraphs };
    const left = pdf.numPages > pages ? `超过 ${LIMITS.pages} 页，后面的没有读` : scanned > pages / 2 ? `${scanned} 页没有文字，可能是扫描件` : null;
    return { paragraphs, tables: [], unreadable: left };
  } catch (error) {
    if (isPasswordFault(error)) return nothingRead('文件加了密码');
    throw error;
  } finally {
    await task.destroy();
  }
};
