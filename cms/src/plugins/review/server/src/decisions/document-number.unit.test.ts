import { normaliseDocumentNumber } from './document-number';

describe('发文字号', () => {
  it.each([
    ['江政发[2026]12号', '江政发〔2026〕12号'],
    ['江政发（2026）第12号', '江政发〔2026〕12号'],
    ['江政办发 【2026】 012 号', '江政办发〔2026〕12号'],
    ['江政发［２０２６］１２号', '江政发〔2026〕12号'],
    ['江政发〔2026〕12号', '江政发〔2026〕12号'],
    ['江政发﹝2026﹞3号', '江政发〔2026〕3号'],
  ])('%s is written %s', (given, expected) => {
    expect(normaliseDocumentNumber(given)).toBe(expected);
    expect(normaliseDocumentNumber(expected)).toBe(expected);
  });

  it.each(['江城市人民政府令第12号', '2026年第3号公告', '', '江政发(26)12号'])('leaves %p alone', (given) => {
    expect(normaliseDocumentNumber(given)).toBe(given);
  });
});
