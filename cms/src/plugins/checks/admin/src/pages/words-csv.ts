import type { NewWord, StoredWord } from '../requests/answers';

/** Lists as files: one line an entry, for an office's own spreadsheet. Titles of a leader are parted by 、. */
const HEAD = ['词表', '词或姓名', '建议写法', '级别', '职务', '说明'];
export const LISTS = { forbidden: '禁用词', wrong: '错别字', leader: '领导名单' } as const;
export const SEVERITIES = { stop: '必须修改', warn: '提醒' } as const;

/** A leading mark would be run as a formula by a spreadsheet. */
const quoted = (text: string): string => {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const toCsv = (words: StoredWord[]): string =>
  `\uFEFF${[HEAD, ...words.map((word) => [LISTS[word.list], word.word, word.replacement, SEVERITIES[word.severity], word.titles.join('、'), word.note])]
    .map((row) => row.map(quoted).join(','))
    .join('\r\n')}\r\n`;

const cellsOf = (line: string): string[] => {
  const cells: string[] = [];
  for (const match of line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)) {
    if (match.index === line.length && cells.length > 0 && !line.endsWith(',')) break;
    cells.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
  }
  return cells;
};

const listOf = (label: string): NewWord['list'] | null => (Object.entries(LISTS).find(([, name]) => name === label)?.[0] ?? null) as NewWord['list'] | null;

/** Entries of a file and the lines that are none, each with what is wrong with it. */
export const fromCsv = (text: string): { words: NewWord[]; faults: string[] } => {
  const words: NewWord[] = [];
  const faults: string[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  lines.forEach((line, index) => {
    if (line.trim() === '' || line.startsWith(HEAD.slice(0, 2).join(','))) return;
    const [list = '', word = '', replacement = '', severity = '', titles = '', note = ''] = cellsOf(line).map((cell) => cell.replace(/^'(?=[=+\-@])/, ''));
    const known = listOf(list);
    if (!known) faults.push(`第 ${index + 1} 行：第一列应为${Object.values(LISTS).join('、')}`);
    else if (word === '') faults.push(`第 ${index + 1} 行：没有词`);
    else words.push({ list: known, word, replacement, severity: severity === SEVERITIES.stop ? 'stop' : 'warn', note, titles: titles.split(/[、;；]/).map((title) => title.trim()).filter(Boolean) });
  });
  return { words, faults };
};
