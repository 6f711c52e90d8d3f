import type { DemonstrationAttachment } from '../types.ts';

type Pdf = Extract<DemonstrationAttachment, { make: 'pdf' }>;

interface Line {
  content: string;
  size: number;
}

/** A4 in points, and a measure of 35 characters of 12 points between margins. */
const PAGE = { width: 595, height: 842, left: 87, top: 770, bottom: 80 };
const MEASURE = 35;
const TITLE_MEASURE = 23;
const LEADING = 24;
const LINES_A_PAGE = Math.floor((PAGE.top - PAGE.bottom) / LEADING);

/** Text cut into lines of so many characters; a mark that may not begin a line is left hanging at the end of the one before. */
const folded = (content: string, measure: number): string[] => {
  const lines: string[] = [];
  for (const character of content) {
    const last = lines.at(-1);
    if (last === undefined || (last.length >= measure && !'，。、；：）》”'.includes(character))) lines.push(character);
    else lines[lines.length - 1] = last + character;
  }
  return lines;
};

const linesOf = ({ heading, paragraphs }: Pdf): Line[] => [
  ...folded(heading, TITLE_MEASURE).map((content) => ({ content, size: 18 })),
  { content: '', size: 12 },
  ...paragraphs.flatMap((paragraph) => folded(`　　${paragraph}`, MEASURE).map((content) => ({ content, size: 12 }))),
];

/** UCS-2, high byte first, as the predefined character map UniGB-UCS2-H reads it. */
const hexadecimal = (content: string): string => Buffer.from(content, 'utf16le').swap16().toString('hex');

/** Latin letters and figures in Helvetica: a reader that puts another face in Song's place often has Han characters only. */
const run = (content: string, size: number): string =>
  /^[\x20-\x7e]/.test(content)
    ? `/F2 ${size} Tf (${content.replaceAll(/[\\()]/g, '\\$&')}) Tj`
    : `/F1 ${size} Tf <${hexadecimal(content)}> Tj`;

const drawn = (lines: Line[]): string => {
  const shown = lines.map(({ content, size }) => {
    const runs = content.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? [];
    return [...runs.map((part) => run(part, size)), 'T*'].join(' ');
  });
  return `BT ${LEADING} TL ${PAGE.left} ${PAGE.top} Td\n${shown.join('\n')}\nET`;
};

const pagesOf = (lines: Line[]): Line[][] =>
  Array.from({ length: Math.ceil(lines.length / LINES_A_PAGE) }, (_, n) => lines.slice(n * LINES_A_PAGE, (n + 1) * LINES_A_PAGE));

/** Numbers 1 to 6 of the file: catalogue, pages, the Song face in three parts, Helvetica. Readers bring the typefaces themselves. */
const frame = (pages: number): string[] => [
  '<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>',
  `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, n) => `${7 + 2 * n} 0 R`).join(' ')}] >>`,
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
];

/** A PDF of text, as many pages as it takes, set in the reader's own Song face. */
export const pdf = (attachment: Pdf): Buffer => {
  const pages = pagesOf(linesOf(attachment));
  const objects = frame(pages.length);
  pages.forEach((lines, n) => {
    const stream = drawn(lines);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R /F2 6 0 R >> >> /Contents ${8 + 2 * n} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  });
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const offset = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
};
