import type { RegisterEntry } from '../decisions/register';
import { DISCLOSURE, registerNumber, RELAY, SECRECY, URGENCY } from '../decisions/register';

const COLUMNS: [string, (entry: RegisterEntry) => string | number | null][] = [
  ['登记号', registerNumber],
  ['日期', ({ day }) => day],
  ['来文机关', ({ fromOrgan }) => fromOrgan],
  ['主送机关', ({ toOrgan }) => toOrgan],
  ['发文字号', ({ documentNumber }) => documentNumber],
  ['标题', ({ title }) => title],
  ['份数', ({ copies }) => copies],
  ['密级', ({ secrecy }) => SECRECY[secrecy]],
  ['紧急程度', ({ urgency }) => URGENCY[urgency]],
  ['成文日期', ({ writtenOn }) => writtenOn],
  ['办理期限', ({ dueOn }) => dueOn],
  ['转载', ({ relay }) => (relay ? RELAY[relay] : '')],
  ['公开属性', ({ disclosure }) => (disclosure ? DISCLOSURE[disclosure] : '')],
  ['公开期限', ({ disclosureDueOn }) => disclosureDueOn],
  ['登记部门', ({ department }) => department],
  ['签收人', ({ signedBy }) => signedBy],
  ['签收时间', ({ signedAt }) => signedAt],
  ['案卷号', ({ fileNumber }) => fileNumber],
  ['办理情况', ({ notes }) => notes],
  ['作废理由', ({ voidReason }) => voidReason],
  ['关联公开信息', ({ links }) => links.join(' ')],
];

/** A cell: quoted where needed; what a spreadsheet would take for a formula is made text. */
export const cell = (value: string | number | null): string => {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180 with a byte-order mark: spreadsheets in China otherwise take it for GBK. */
export const csv = (heads: string[], rows: (string | number | null)[][]): string =>
  `\uFEFF${[heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

export const registerCsv = (entries: RegisterEntry[]): string => csv(COLUMNS.map(([head]) => head), entries.map((entry) => COLUMNS.map(([, value]) => value(entry))));
