import type { DemonstrationAttachment } from '../types.ts';
import { contentTypes, escaped, relationships, XML_HEAD } from './xml.ts';
import { zip } from './zip.ts';

type Docx = Extract<DemonstrationAttachment, { make: 'docx' }>;

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Sizes in half points: 二号 for the title, 三号 for text (GB/T 9704 asks for these of official documents). */
const TITLE_SIZE = 44;
const TEXT_SIZE = 32;
/** Two characters at 三号, in twentieths of a point. */
const FIRST_LINE_INDENT = 640;

const run = (content: string, size: number, font: string): string =>
  `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/><w:sz w:val="${size}"/></w:rPr>` +
  `<w:t xml:space="preserve">${escaped(content)}</w:t></w:r>`;

const heading = (content: string): string =>
  `<w:p><w:pPr><w:spacing w:after="400"/><w:jc w:val="center"/></w:pPr>${run(content, TITLE_SIZE, '宋体')}</w:p>`;

const paragraph = (content: string): string =>
  `<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="${FIRST_LINE_INDENT}"/></w:pPr>${run(content, TEXT_SIZE, '仿宋')}</w:p>`;

const row = (cells: string[]): string => {
  const written = cells.map((content) => `<w:tc><w:tcPr/><w:p>${run(content, 24, '仿宋')}</w:p></w:tc>`);
  return `<w:tr>${written.join('')}</w:tr>`;
};

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

const table = ({ head, rows }: NonNullable<Docx['table']>): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>` +
  `<w:tblGrid>${head.map(() => '<w:gridCol/>').join('')}</w:tblGrid>${[head, ...rows].map(row).join('')}</w:tbl><w:p/>`;

/** A Word document: title, paragraphs, and a table below them if there is one. */
export const docx = ({ heading: title, paragraphs, table: content }: Docx): Buffer => {
  const body = [heading(title), ...paragraphs.map(paragraph), ...(content === undefined ? [] : [table(content)])].join('');
  return zip([
    { path: '[Content_Types].xml', content: contentTypes({ 'word/document.xml': TYPE }) },
    { path: '_rels/.rels', content: relationships([{ type: 'officeDocument', target: 'word/document.xml' }]) },
    {
      path: 'word/document.xml',
      content: `${XML_HEAD}<w:document xmlns:w="${WORD}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    },
  ]);
};
