import { extname } from 'node:path';
import { readDocx } from './docx';
import type { Extracted } from './extracted';
import { LIMITS, nothingRead } from './extracted';
import { readPdf } from './pdf';
import { readOfd, readPptx } from './slides';
import { unpackXml } from './unpack';
import { readXlsx } from './xlsx';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, index) => bytes[index] === byte);

const readText = (bytes: Uint8Array): Extracted => {
  const decode = (encoding: string, fatal: boolean) => new TextDecoder(encoding, { fatal }).decode(bytes);
  let text: string;
  try {
    text = decode('utf-8', true);
  } catch (error) {
    // Older offices write GB 18030; TypeError is what the decoder throws for bytes that are no UTF-8.
    if (!(error instanceof TypeError)) throw error;
    text = decode('gb18030', false);
  }
  const lines = text.slice(0, LIMITS.characters).split(/\r?\n/);
  return { paragraphs: lines.map((line, index) => ({ label: `第 ${index + 1} 行`, text: line })).filter(({ text: line }) => line.trim() !== ''), tables: [], unreadable: null };
};

const readZip = (bytes: Uint8Array): Extracted => {
  const parts = unpackXml(bytes);
  if (parts.has('word/document.xml')) return readDocx(parts);
  if (parts.has('xl/workbook.xml')) return readXlsx(parts);
  if (parts.has('ppt/presentation.xml')) return readPptx(parts);
  if (parts.has('OFD.xml')) return readOfd(parts);
  return nothingRead('压缩包或不认识的格式');
};

const TEXT = new Set(['.txt', '.csv', '.htm', '.html', '.xml', '.json', '.md']);

/**
 * Text of an attachment, by what its bytes are; its name decides only where bytes say nothing.
 * @throws when the file is broken; the caller says so to the person
 */
export const extractText = async (bytes: Uint8Array, name: string): Promise<Extracted> => {
  if (bytes.length > LIMITS.fileBytes) return nothingRead(`文件超过 ${LIMITS.fileBytes / 1024 / 1024} MB`);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return readPdf(bytes);
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return readZip(bytes);
  // OLE: .doc, .xls, .wps, and office files with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return nothingRead('旧版 Office 或 WPS 格式，或加了密码；建议转存为 docx、xlsx 或 PDF');
  if (TEXT.has(extname(name).toLowerCase())) return readText(bytes);
  return nothingRead('图片、音视频或不认识的格式');
};
