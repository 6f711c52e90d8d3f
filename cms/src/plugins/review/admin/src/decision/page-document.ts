import type { Content } from '../../../server/src/content/content';
import { saidIn, tablesIn } from '../../../server/src/decisions/particulars/words';
import { PAGE_STYLES } from './page-styles';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const VALIDITY = { valid: '有效', invalid: '失效', repealed: '废止' } as const;

/** A value longer than this takes a line of its own. */
const LONG = 24;

const KILO = 1024;
/** `1.2 MB`, `34 KB`. */
export const sizeText = (bytes: number): string => (bytes >= KILO * KILO ? `${(bytes / KILO / KILO).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / KILO))} KB`);

/** Particulars in the order of the public page; what is empty is left out. */
const factsOf = (content: Content, names: { column: string; department: string }): [string, string][] =>
  (
    [
      ['栏目', names.column],
      ['发布机构', names.department],
      ['发文机关', content.issuer],
      ['发文字号', content.documentNumber],
      ['成文日期', content.writtenOn ?? ''],
      ['有效性', content.validity ? VALIDITY[content.validity] : ''],
      ['主题分类', content.topicClass],
      ['体裁分类', content.genreClass],
      ['服务对象', content.audienceClass],
      ['信息来源', content.source],
      ['作者', content.author],
      ['公开方式', content.disclosure],
      ['关键词', content.keywords.join('，')],
      ['内容概述', content.summary],
      ...(content.particulars ? saidIn(content.particulars).map(({ label, text }): [string, string] => [label, text]) : []),
    ] as [string, string][]
  ).filter(([, value]) => value !== '');

/** Lists and grids of the 专项内容, each as a table under its name. */
const tablesOf = (content: Content): string =>
  (content.particulars ? tablesIn(content.particulars) : [])
    .map(({ label, rows: [heads = [], ...rows] }) => {
      const cells = (row: string[], tag: 'th' | 'td') => `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
      return `<section class="body"><h2>${escaped(label)}</h2><table><thead>${cells(heads, 'th')}</thead><tbody>${rows.map((row) => cells(row, 'td')).join('')}</tbody></table></section>`;
    })
    .join('');

/** Pictures are fetched by the screen, with the person's own right to read them: the frame itself asks for nothing. */
const withoutAddresses = (body: string): string => body.replace(/<img\b([^>]*?)\bsrc="asset:([0-9a-f]{64})"/g, '<img$1data-asset="$2"');

/**
 * A revision as a page of its own, for a frame that runs no scripts. The body went through the sanitiser when it was saved; the
 * policy in the head and the frame's sandbox are the second and third wall.
 */
export const pageDocument = (content: Content, names: { column: string; department: string }): string => {
  const facts = factsOf(content, names).map(([label, value]) => `<dt>${label}</dt><dd${value.length > LONG ? ' class="long"' : ''}>${escaped(value)}</dd>`).join('');
  const files = content.attachments.map((file) => `<li>${escaped(file.name)}（${sizeText(file.bytes)}）</li>`).join('');
  const official = content.documentNumber !== '' || content.issuer !== '';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src blob: data:"><title>${escaped(content.title)}</title><style>${PAGE_STYLES}</style></head>
<body><main class="page${official ? ' official' : ''}"><h1>${escaped(content.title)}</h1><dl class="facts">${facts}</dl><div class="body">${withoutAddresses(content.body)}</div>${tablesOf(content)}${files ? `<section class="files"><h2>附件</h2><ol>${files}</ol></section>` : ''}</main></body></html>`;
};
