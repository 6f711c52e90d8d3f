import { saidIn, tablesIn } from '../../../../review/server/src/decisions/particulars/words';
import { tidied } from '../../../../review/server/src/decisions/particulars/tidy';

const LONGEST = 2_000;

const BLOCK_END = /<\/(p|h[1-6]|li|tr|blockquote|figcaption|caption)>|<br\s*\/?>/gi;

/** Text of a body for comparing by eye; nothing of it is ever put into a page as HTML. */
const textOf = (html: string): string => {
  const parsed = new DOMParser().parseFromString(html.replace(BLOCK_END, '$&\n'), 'text/html');
  return (parsed.body.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim();
};

const nameOf = (item: unknown): string =>
  typeof item === 'object' && item !== null && 'name' in item
    ? String(item.name)
    : typeof item === 'string'
      ? item
      : JSON.stringify(item);

/** 专项内容 by the names of their fields; anything else that is no list as it is. */
const particularsText = (value: object): string => {
  const particulars = tidied(value);
  if (!particulars) return JSON.stringify(value);
  const tables = tablesIn(particulars).map(({ label, rows }) => [label, ...rows.map((row) => row.join(' | '))].join('\n'));
  return [...saidIn(particulars).map(({ label, text }) => `${label}：${text}`), ...tables].join('\n');
};

/** A field's value as people compare it. */
export const shownValue = (value: unknown): string => {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '（空）';
  const text = Array.isArray(value)
    ? value.map(nameOf).join('\n')
    : typeof value !== 'string'
      ? typeof value === 'object'
        ? particularsText(value)
        : JSON.stringify(value)
      : /<[a-z][^>]*>/i.test(value)
        ? textOf(value)
        : value;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…（共 ${text.length} 字）` : text || '（只有格式，没有文字）';
};
