import { createServer } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import { docx } from '../word/fixtures';
import { inspect, MOST_BYTES } from './inspect';
import { answers, scan } from './scan';

/** A compound file of one sector each: what the checks read, as [MS-CFB] lays it out. */
const compound = (names: string[], stream?: { name: string; bytes: Uint8Array }): Uint8Array => {
  const sectors = 2 + (stream ? 8 : 0);
  const file = new Uint8Array(512 * (sectors + 1));
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30 - 2 + 0, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let index = 0; index < 109; index += 1) view.setUint32(76 + index * 4, index === 0 ? 0 : 0xffffffff, true);
  for (let index = 0; index < 128; index += 1) view.setUint32(512 + index * 4, 0xffffffff, true);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(512 + 4, 0xfffffffe, true);
  for (let index = 0; index < 8 && stream; index += 1) view.setUint32(512 + (2 + index) * 4, index === 7 ? 0xfffffffe : 3 + index, true);
  [...names, ...(stream ? [stream.name] : [])].slice(0, 4).forEach((name, index) => {
    const at = 1024 + index * 128;
    [...name].forEach((character, position) => view.setUint16(at + position * 2, character.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    view.setUint8(at + 66, 2);
    if (stream?.name === name) {
      view.setUint32(at + 116, 2, true);
      view.setUint32(at + 120, 4096, true);
    }
  });
  if (stream) file.set(stream.bytes, 512 * 3);
  return file;
};

const ooxml = (type: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8(`<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`), ...more });
const pdf = (more = ''): Uint8Array => strToU8(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n${more}trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF`);
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const encryptedDoc = new Uint8Array(4096);
encryptedDoc[11] = 1;
const encryptedXls = new Uint8Array(4096);
encryptedXls.set([0x09, 0x08, 0x02, 0x00, 0, 0, 0x2f, 0x00, 0x06, 0x00]);

describe('what may be uploaded', () => {
  it.each<[string, Uint8Array]>([
    ['报告.pdf', pdf()],
    ['图.png', PNG],
    ['图.JPG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ['文.docx', docx('')],
    ['表.xlsx', ooxml('spreadsheetml.sheet')],
    ['稿.doc', compound(['Root Entry', 'WordDocument'])],
    ['稿.wps', compound(['Root Entry', 'WordDocument'])],
    ['新.wps', docx('')],
    ['表.et', compound(['Root Entry', 'Workbook'])],
    ['版式.ofd', zipSync({ 'OFD.xml': strToU8('<ofd:OFD/>') })],
    ['清单.csv', strToU8('名称,数量\n甲,1')],
  ])('%s', (name, bytes) => expect(inspect(name, bytes).fault).toBeNull());
});

describe('what is refused', () => {
  it.each<[string, string, Uint8Array]>([
    ['TYPE', '程序.exe', strToU8('MZ')],
    ['TYPE', '无扩展名', pdf()],
    ['TYPE', '伪装.pdf', PNG],
    ['TYPE', '伪装.docx', pdf()],
    ['TYPE', '伪装.png', strToU8('<svg onload=x>')],
    ['TYPE', '网页.txt', strToU8('<script>x</script>')],
    ['TYPE', '改名.docx', zipSync({ 'a.exe': strToU8('MZ') })],
    ['TYPE', '改名.xlsx', docx('')],
    ['TYPE', '改名.doc', compound(['Root Entry', 'Workbook'])],
    ['TYPE', '别的.doc', compound(['Root Entry', 'Contents'])],
    ['MACROS', '宏.docm', docx('')],
    ['MACROS', '宏.docx', docx('', { 'word/vbaProject.bin': new Uint8Array([1]) })],
    ['MACROS', '宏.xlsx', ooxml('spreadsheetml.sheet', { 'xl/vbaProject.bin': new Uint8Array([1]) })],
    ['MACROS', '宏表.xlsx', ooxml('spreadsheetml.sheet', { 'xl/macrosheets/sheet1.xml': new Uint8Array([1]) })],
    ['MACROS', '控件.docx', docx('', { 'word/activeX/activeX1.xml': new Uint8Array([1]) })],
    ['MACROS', '宏.doc', compound(['Root Entry', 'WordDocument', 'Macros'])],
    ['MACROS', '宏.xls', compound(['Root Entry', 'Workbook', '_VBA_PROJECT_CUR'])],
    ['MACROS', '脚本.pdf', pdf('2 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n')],
    ['ENCRYPTED', '密.docx', compound(['Root Entry', 'EncryptedPackage', 'EncryptionInfo'])],
    ['ENCRYPTED', '密.pdf', pdf('trailer<</Encrypt 5 0 R>>\n')],
    ['ENCRYPTED', '密.doc', compound(['Root Entry'], { name: 'WordDocument', bytes: encryptedDoc })],
    ['ENCRYPTED', '密.xls', compound(['Root Entry'], { name: 'Workbook', bytes: encryptedXls })],
    ['BROKEN', '坏.pdf', strToU8('%PDF-1.7\n')],
    ['BROKEN', '坏.docx', docx('').subarray(0, 200)],
    ['BROKEN', '坏.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['EMPTY', '空.pdf', new Uint8Array()],
    ['SIZE', '大.png', new Uint8Array(MOST_BYTES.picture + 1)],
  ])('%s: %s', (code, name, bytes) => {
    const { fault } = inspect(name, bytes);
    expect(fault?.code).toBe(code);
    expect(fault?.message).toMatch(/[\u4e00-\u9fff]/);
    expect(fault?.hint).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('the virus scanner', () => {
  const withClamd = async (answer: (text: string) => string, use: (address: string) => Promise<void>): Promise<void> => {
    const server = createServer((socket) => {
      const parts: Buffer[] = [];
      socket.on('data', (data) => {
        parts.push(data);
        const all = Buffer.concat(parts);
        if (all.includes('zPING\0') || all.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer(all.toString('latin1')));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    try {
      await use(`tcp://127.0.0.1:${port}`);
    } finally {
      server.close();
    }
  };

  it('is asked over its own protocol, and believed', async () => {
    await withClamd(
      (text) => (text.includes('PING') ? 'PONG\0' : text.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'),
      async (address) => {
        expect(await answers(address)).toBe(true);
        expect(await scan(address, strToU8('甲'.repeat(100_000)))).toEqual({ clean: true });
        expect(await scan(address, strToU8('EICAR'))).toEqual({ clean: false, virus: 'Eicar-Test-Signature' });
      },
    );
  });

  it('that says something else, or is not there, is no all-clear', async () => {
    await withClamd(() => 'INSTREAM size limit exceeded. ERROR\0', async (address) => expect(scan(address, strToU8('x'))).rejects.toThrow('size limit'));
    expect(await answers('tcp://127.0.0.1:1')).toBe(false);
    await expect(scan('tcp://127.0.0.1:1', strToU8('x'))).rejects.toThrow();
  });
});
