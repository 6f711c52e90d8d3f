import { documentNumberOf, isNumber, wordsOfNumber } from './document-number.ts';

const ASKED = { series: '孝政发', year: '2026', number: '12' };

test.each([
  '孝政发〔2026〕12号',
  '孝政发[2026]12号',
  '孝政发(2026)12号',
  '孝政发（2026）第12号',
  '孝政发【2026】12号',
  '孝政发〔２０２６〕１２号',
  '孝政发2026 12号',
  '孝政发202612号',
  '孝政发2026年第12号',
  '孝政发 2026 012 號',
])('%s is one and the same number', (written) => expect(documentNumberOf(written)).toEqual(ASKED));

test('series and year may be left out', () => {
  expect(documentNumberOf('2026年12号')).toEqual({ ...ASKED, series: '' });
  expect(documentNumberOf('第12号')).toEqual({ series: '', year: null, number: '12' });
  expect(documentNumberOf('演示市人民政府令第12号')).toEqual({ series: '演示市人民政府令', year: null, number: '12' });
});

test.each(['2026年12月', '医保2026', '2026', '12', '第十二条', '关于印发2026年工作要点的通知'])('%s is no number', (text) => {
  expect(documentNumberOf(text)).toBeNull();
});

test('what was not said may be anything', () => {
  expect(isNumber({ series: '', year: null, number: '12' }, ASKED)).toBe(true);
  expect(isNumber({ ...ASKED, series: '孝政办发' }, ASKED)).toBe(false);
  expect(isNumber({ ...ASKED, year: '2025' }, ASKED)).toBe(false);
});

test('the index holds a number with its year and by itself', () => {
  expect(wordsOfNumber(ASKED)).toEqual(['n2026a12', 'n12']);
  expect(wordsOfNumber({ ...ASKED, year: null })).toEqual(['n12']);
});
