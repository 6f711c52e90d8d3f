import type { DemonstrationAttachment } from '../types.ts';
import { contentTypes, escaped, OFFICE, relationships, XML_HEAD } from './xml.ts';
import { zip } from './zip.ts';

type Xlsx = Extract<DemonstrationAttachment, { make: 'xlsx' }>;

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A number stays a number, so that a reader can add up a column. */
const cell = (value: string | number): string =>
  typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;

/** An Excel workbook of one sheet. */
export const xlsx = ({ sheet, rows }: Xlsx): Buffer => {
  const lines = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  return zip([
    {
      path: '[Content_Types].xml',
      content: contentTypes({
        'xl/workbook.xml': `${TYPES}.sheet.main+xml`,
        'xl/worksheets/sheet1.xml': `${TYPES}.worksheet+xml`,
      }),
    },
    { path: '_rels/.rels', content: relationships([{ type: 'officeDocument', target: 'xl/workbook.xml' }]) },
    {
      path: 'xl/workbook.xml',
      content: `${XML_HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { path: 'xl/_rels/workbook.xml.rels', content: relationships([{ type: 'worksheet', target: 'worksheets/sheet1.xml' }]) },
    {
      path: 'xl/worksheets/sheet1.xml',
      content: `${XML_HEAD}<worksheet xmlns="${SHEET}"><sheetData>${lines}</sheetData></worksheet>`,
    },
  ]);
};
