import { readCompoundFile, type CompoundFile } from './compound-file';
import { isBomb, memberText, zipEntries, type Entry } from './zip';

/** 附件的检查: what a file is by its bytes, whatever its name says, and why it may not come in. Plain: no disk, no Strapi. */
export interface Kind {
  extensions: readonly string[];
  label: string;
  mediaType: string;
  picture: boolean;
}

export interface Fault {
  code: 'TYPE' | 'SIZE' | 'MACROS' | 'ENCRYPTED' | 'BROKEN' | 'BOMB' | 'EMPTY';
  message: string;
  hint: string;
}

export type Inspection = { kind: Kind; fault: null } | { kind: null; fault: Fault };

const MEBIBYTE = 1024 * 1024;
export const MOST_BYTES = { picture: 20 * MEBIBYTE, document: 100 * MEBIBYTE };

const kind = (label: string, mediaType: string, ...extensions: string[]): Kind => ({ extensions, label, mediaType, picture: mediaType.startsWith('image/') });
const OOXML = 'application/vnd.openxmlformats-officedocument';

const KINDS = {
  pdf: kind('PDF', 'application/pdf', 'pdf'),
  png: kind('PNG 图片', 'image/png', 'png'),
  jpeg: kind('JPEG 图片', 'image/jpeg', 'jpg', 'jpeg'),
  webp: kind('WebP 图片', 'image/webp', 'webp'),
  gif: kind('GIF 图片', 'image/gif', 'gif'),
  docx: kind('Word 文档', `${OOXML}.wordprocessingml.document`, 'docx'),
  xlsx: kind('Excel 表格', `${OOXML}.spreadsheetml.sheet`, 'xlsx'),
  pptx: kind('PowerPoint 演示文稿', `${OOXML}.presentationml.presentation`, 'pptx'),
  doc: kind('Word 97-2003 文档', 'application/msword', 'doc', 'wps'),
  xls: kind('Excel 97-2003 表格', 'application/vnd.ms-excel', 'xls', 'et'),
  ppt: kind('PowerPoint 97-2003 演示文稿', 'application/vnd.ms-powerpoint', 'ppt', 'dps'),
  ofd: kind('OFD 版式文件', 'application/ofd', 'ofd'),
  text: kind('纯文本', 'text/plain', 'txt', 'csv'),
} as const satisfies Record<string, Kind>;

const ALL: Kind[] = Object.values(KINDS);
/** For people: what may be uploaded. */
export const ACCEPTED = ALL.flatMap(({ extensions }) => extensions);

const fault = (code: Fault['code'], message: string, hint: string): Inspection => ({ kind: null, fault: { code, message, hint } });

const begins = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');

const MACROS = (what: string): Inspection => fault('MACROS', `这个文件带有宏（${what}），不能上传。`, '宏可能携带病毒。请在原软件中另存为不带宏的格式（如 .docx、.xlsx）再上传。');
const ENCRYPTED = (what: string): Inspection => fault('ENCRYPTED', `这个${what}设有密码或加密，不能上传。`, '公开的附件要让所有人都能打开、检索。请去掉密码和权限限制后再上传。');
const BROKEN = (what: string): Inspection => fault('BROKEN', `这个${what}打不开，可能已损坏。`, '请在原软件中打开检查，重新保存后再上传。');

const mainPart = (types: string): keyof typeof KINDS | null =>
  /wordprocessingml\.(document|template)\.main/.test(types) ? 'docx' : /spreadsheetml\.(sheet|template)\.main/.test(types) ? 'xlsx' : /presentationml\.(presentation|slideshow|template)\.main/.test(types) ? 'pptx' : null;

const ofZip = (bytes: Uint8Array, entries: Entry[]): Inspection => {
  if (isBomb(entries)) return fault('BOMB', '这个文件解压后大得不正常，不能上传。', '请在原软件中重新保存后再上传；压缩包请拆开，逐个上传文件。');
  const names = entries.map(({ name }) => name);
  const types = names.includes('[Content_Types].xml') ? (memberText(bytes, '[Content_Types].xml') ?? '') : '';
  if (names.some((name) => /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/|attachedToolbars\.bin)/i.test(name)) || /macroEnabled/i.test(types)) return MACROS('VBA');
  if (names.some((name) => /(^|\/)activeX\//i.test(name))) return MACROS('ActiveX 控件');
  const main = mainPart(types);
  if (main) return { kind: KINDS[main], fault: null };
  if (names.includes('OFD.xml')) return { kind: KINDS.ofd, fault: null };
  return fault('TYPE', '这是压缩包或不认识的文件，不能上传。', '请解压后逐个上传；可以上传的格式见上传处的说明。');
};

/** [MS-DOC] FibBase: bit 8 of the flags at offset 10. */
const isEncryptedDoc = (file: CompoundFile): boolean => {
  const head = file.head('WordDocument', 12);
  return head !== null && ((head[11] ?? 0) & 0x01) !== 0;
};
/** [MS-XLS]: a FilePass record (0x002F) among the first of the workbook. */
const isEncryptedXls = (file: CompoundFile): boolean => {
  const head = file.head('Workbook', 4096) ?? file.head('Book', 4096);
  for (let at = 0; head && at + 4 <= head.length; ) {
    const type = (head[at] ?? 0) | ((head[at + 1] ?? 0) << 8);
    if (type === 0x2f) return true;
    at += 4 + ((head[at + 2] ?? 0) | ((head[at + 3] ?? 0) << 8));
  }
  return false;
};

const ofCompound = (bytes: Uint8Array): Inspection => {
  const file = readCompoundFile(bytes);
  if (!file) return BROKEN('文件');
  const has = (...names: string[]): boolean => names.some((name) => file.names.includes(name));
  if (has('EncryptedPackage', 'EncryptionInfo', 'EncryptedSummary')) return ENCRYPTED('Office 文件');
  if (has('_VBA_PROJECT', 'VBA', 'Macros', '_VBA_PROJECT_CUR', '_VBA_PROJECT_CUR2')) return MACROS('VBA');
  if (has('WordDocument')) return isEncryptedDoc(file) ? ENCRYPTED('Word 文件') : { kind: KINDS.doc, fault: null };
  if (has('Workbook', 'Book')) return isEncryptedXls(file) ? ENCRYPTED('Excel 文件') : { kind: KINDS.xls, fault: null };
  if (has('PowerPoint Document')) return { kind: KINDS.ppt, fault: null };
  return fault('TYPE', '不认识这个文件的格式，不能上传。', '请用 Word、Excel 或 WPS 另存为常用格式后再上传。');
};

const ofPdf = (bytes: Uint8Array): Inspection => {
  const text = ascii(bytes, 0, bytes.length);
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text) || /\/Encrypt\s*<</.test(text)) return ENCRYPTED('PDF');
  if (/\/(JavaScript|JS)\s*[(<[/\d]|\/Launch\b/.test(text)) return MACROS('PDF 里的脚本');
  if (!/startxref\s+\d+/.test(text.slice(-4096))) return BROKEN('PDF');
  return { kind: KINDS.pdf, fault: null };
};

const isText = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, 64 * 1024);
  return !head.includes(0) && !/<(script|html|svg|iframe)\b/i.test(ascii(head, 0, head.length));
};

const ofContent = (bytes: Uint8Array): Inspection => {
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { kind: KINDS.png, fault: null };
  if (begins(bytes, 0xff, 0xd8, 0xff)) return { kind: KINDS.jpeg, fault: null };
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return { kind: KINDS.webp, fault: null };
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return { kind: KINDS.gif, fault: null };
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return ofPdf(bytes);
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const entries = zipEntries(bytes);
    return entries ? ofZip(bytes, entries) : BROKEN('文件');
  }
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return ofCompound(bytes);
  return isText(bytes) ? { kind: KINDS.text, fault: null } : fault('TYPE', '不认识这个文件的格式，不能上传。', '可以上传 PDF、Word、Excel、WPS、OFD 和图片。');
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / MEBIBYTE)} MB`;

/** Inspects a file. @param name as people gave it: its extension must agree with what the bytes are */
export const inspect = (name: string, bytes: Uint8Array): Inspection => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (bytes.length === 0) return fault('EMPTY', '这个文件是空的。', '请检查后重新选择文件。');
  if (/^(doc|xls|ppt|dot|xlt)m$|^xlsb$|^(xla|xlam|dotm|ppam)$/.test(extension)) return MACROS(`.${extension} 格式`);
  if (!ACCEPTED.includes(extension)) {
    return fault('TYPE', extension === '' ? '文件名没有扩展名，不能上传。' : `不能上传 .${extension} 文件。`, '可以上传 PDF、Word、Excel、PowerPoint、WPS、OFD、纯文本和图片（PNG、JPEG、WebP、GIF）。');
  }
  const claimed = ALL.find(({ extensions }) => extensions.includes(extension));
  const most = claimed?.picture ? MOST_BYTES.picture : MOST_BYTES.document;
  if (bytes.length > most) return fault('SIZE', `文件太大（${megabytes(bytes.length)}），${claimed?.picture ? '图片' : '附件'}最大 ${megabytes(most)}。`, claimed?.picture ? '请缩小图片后再上传。' : '请压缩图片或拆分文件后再上传。');
  const found = ofContent(bytes);
  if (found.fault) return found;
  // WPS writes .wps and .et as either container.
  const alike = found.kind.extensions.includes(extension) || (extension === 'wps' && found.kind === KINDS.docx) || (extension === 'et' && found.kind === KINDS.xlsx) || (extension === 'dps' && found.kind === KINDS.pptx);
  if (!alike) return fault('TYPE', `文件名是 .${extension}，内容却是${found.kind.label}。`, '请用原软件另存为正确的格式，不要只改扩展名。');
  return found;
};
