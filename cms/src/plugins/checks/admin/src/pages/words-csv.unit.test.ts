import type { StoredWord } from '../requests/answers';
import { fromCsv, toCsv } from './words-csv';

const WORDS: StoredWord[] = [
  { id: '1', list: 'wrong', word: '布署', replacement: '部署', severity: 'warn', note: '有“引号”,和逗号', titles: [], since: 1 },
  { id: '2', list: 'leader', word: '示例甲', replacement: '', severity: 'stop', note: '', titles: ['市委副书记', '市长'], since: 1 },
  { id: '3', list: 'forbidden', word: '=公式', replacement: '', severity: 'stop', note: 'a "b"', titles: [], since: 2 },
];

test('what is written into a file is read from it again', () => {
  const { words, faults } = fromCsv(toCsv(WORDS));
  expect(faults).toEqual([]);
  expect(words).toEqual(WORDS.map(({ id: _id, since: _since, ...word }) => word));
});

test('a line that is no entry is named by its number', () => {
  expect(fromCsv('词表,词或姓名\n别的,词\n错别字,\n').faults).toEqual(['第 2 行：第一列应为禁用词、错别字、领导名单', '第 3 行：没有词']);
});
