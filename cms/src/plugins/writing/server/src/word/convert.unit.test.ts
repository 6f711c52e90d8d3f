import { strToU8, zipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { sanitiseBody } from '../../../../review/server/src/content/sanitise';
import { convertWord } from './convert';
import { docx, WORD_FIXTURES } from './fixtures';

const { window } = new JSDOM('<!doctype html>');
const parse = (html: string): Document => new window.DOMParser().parseFromString(html, 'text/html');

const LEAVES = 'p,h2,h3,h4,li,td,th,caption';
const blocksOf = (html: string): string[] =>
  [...parse(html).body.querySelectorAll(LEAVES)].flatMap((element) => {
    const own = [...element.childNodes].filter((node) => !(node.nodeType === 1 && (node as Element).matches(`${LEAVES},ul,ol,table`)));
    const text = own.map((node) => node.textContent).join('');
    return text === '' ? [] : [text];
  });
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

/** A zip whose directory says that its first member unpacks to half a gigabyte. */
const pretending = (bytes: Uint8Array): Uint8Array => {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(512 * 1024 * 1024, copy.indexOf('PK\u0001\u0002') + 24);
  return copy;
};

const refusal = (name: string, bytes: Uint8Array): Promise<string> => convertWord(name, bytes).then(() => 'taken', (error: unknown) => (error as { details: { code: string } }).details.code);

describe('a Word document as a draft', () => {
  it('is tried on ten documents', () => expect(WORD_FIXTURES).toHaveLength(10));

  it.each(WORD_FIXTURES.map((fixture) => [fixture.name, fixture] as const))('%s', async (_name, { bytes, text, tables, has = [], losses = {} }) => {
    const result = await convertWord('稿件.docx', bytes);
    expect(blocksOf(result.html)).toEqual(text);
    expect([...parse(result.html).querySelectorAll('table')].map(gridOf)).toEqual(tables);
    for (const piece of has) expect(result.html).toContain(piece);
    expect(Object.fromEntries(result.losses.map(({ what, count }) => [what, count]))).toEqual(losses);
    expect(sanitiseBody(result.html)).toBe(result.html);
  });

  it('suggests the particulars of an official document', async () => {
    const [notice] = WORD_FIXTURES;
    const { particulars } = await convertWord('通知.docx', notice?.bytes ?? new Uint8Array());
    expect(particulars).toEqual({ title: '关于做好冬季供暖保障工作的通知', documentNumber: '江政发〔2026〕12号', writtenOn: '2026-10-30', issuer: '江城市人民政府' });
  });

  it('is refused with macros, as another format, broken, or as a bomb', async () => {
    expect(await refusal('a.doc', new Uint8Array([1]))).toBe('WORD_TYPE');
    expect(await refusal('a.docx', strToU8('PK no zip'))).toBe('WORD_TYPE');
    expect(await refusal('a.docx', docx('', { 'word/vbaProject.bin': new Uint8Array([1]) }))).toBe('WORD_MACROS');
    expect(await refusal('a.docx', docx('').subarray(0, 300))).toBe('WORD_BROKEN');
    expect(await refusal('a.docx', zipSync({ '[Content_Types].xml': strToU8('x') }))).toBe('WORD_TYPE');
    expect(await refusal('a.docx', pretending(docx('')))).toBe('WORD_BOMB');
  });
});
