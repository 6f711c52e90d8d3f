import type { Attachment } from '../contract/index.ts';
import { documentFolder, type Address } from '../plan/addresses.ts';
import type { DocumentPage } from './types.ts';

const TYPES: Record<string, string> = {
  doc: 'Word 文档',
  docx: 'Word 文档',
  xls: 'Excel 表格',
  xlsx: 'Excel 表格',
  ppt: '演示文稿',
  pptx: '演示文稿',
  pdf: 'PDF 文档',
  ofd: 'OFD 文档',
  wps: 'WPS 文档',
  csv: 'CSV 数据',
  json: 'JSON 数据',
  txt: '文本',
  zip: '压缩包',
  rar: '压缩包',
  '7z': '压缩包',
  jpg: '图片',
  jpeg: '图片',
  png: '图片',
  webp: '图片',
  mp3: '音频',
  mp4: '视频',
};

export const fileHref = (owner: Address, file: { path: string }): string => `/${documentFolder(owner)}/${file.path}`;

/** An attachment as its document's page prints it. */
export function attachmentLine(owner: Address, file: Attachment): DocumentPage['attachments'][number] {
  const extension = file.path.slice(file.path.lastIndexOf('.') + 1);
  return {
    href: fileHref(owner, file),
    name: file.name,
    type: TYPES[extension] ?? `${extension.toUpperCase()} 文件`,
    size: sizeOf(file.bytes),
  };
}

/** `812 字节`, `34 KB`, `1.2 MB`; units of 1,024, one decimal below ten. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilo = bytes / 1024;
  const [value, unit] = kilo < 1024 ? [kilo, 'KB'] : [kilo / 1024, 'MB'];
  return `${value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : Math.round(value)} ${unit}`;
}
