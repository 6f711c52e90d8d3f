import { fold, simplify, textOfHtml, tidy, toCleanText, toIndexText, toQuery } from '@gongkai/site/search';
import fc from 'fast-check';

const SAMPLES = [
  '优化营商环境，打造2026年GDP增长 万里长江',
  '演政发〔2026〕12号',
  'A类企业（第12条）：Hello world。看看 看看看',
  '一、总则',
  '1.2.3 ——「引文」',
];

/** Han, digits, letters, punctuation and blanks in likely mixture, rare characters among them. */
const mixedText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'优化营商环境的看一二三〇々𠀀𠀁') },
      { weight: 2, arbitrary: fc.constantFrom(...'0123456789abcxyz') },
      { weight: 2, arbitrary: fc.constantFrom(...'，。、〔〕（）《》：；—…·"\'<>&_x ') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('text of the index', () => {
  it.each(SAMPLES)('gives back what went in: %s', (text) => {
    expect(toCleanText(toIndexText(text, simplify))).toBe(text);
  });

  it('gives back any text, folded and tidy', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const back = toCleanText(toIndexText(text, simplify));
        expect(fold(back, simplify)).toBe(fold(tidy(text), simplify));
      }),
      { numRuns: 3_000 },
    );
  });

  it('holds every pair of a query that is part of it', () => {
    fc.assert(
      fc.property(mixedText, fc.nat(), fc.nat(), (text, from, length) => {
        const han = tidy(text).match(/[优化营商环境的看一二三]{2,}/gu)?.[0] ?? '';
        const part = han.slice(from % (han.length || 1)).slice(0, 2 + (length % 6));
        const words = new Set(toIndexText(text, simplify).split(' '));
        for (const term of toQuery(part, simplify).terms) expect(words).toContain(term);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has no word another word begins with, or an unknown one would be answered by its beginning', () => {
    fc.assert(
      fc.property(fc.array(mixedText, { maxLength: 5 }), (texts) => {
        const words = [...new Set(texts.flatMap((text) => toIndexText(text, simplify).split(' ')))].filter((word) =>
          /^x./u.test(word),
        );
        for (const word of words) expect(words.filter((other) => other !== word && other.startsWith(word))).toEqual([]);
      }),
    );
  });

  it('shows capitals as they were written', () => {
    expect(toCleanText(toIndexText('GDP Hello abc'))).toBe('GDP Hello abc');
  });
});

describe('a query', () => {
  const terms = (text: string): string[] => toQuery(text, simplify).terms;

  it.each(['演政发〔2026〕12号', '演政发[2026]12号', '演政发202612号', '演政发 2026 12', '演政发（２０２６）第12号'])(
    'finds the number of a document however it is typed: %s',
    (typed) => {
      const words = new Set(toIndexText('演政发〔2026〕12号', simplify).split(' '));
      expect(terms(typed).length).toBeGreaterThan(3);
      for (const term of terms(typed)) expect(words).toContain(term);
    },
  );

  it('is the same in traditional and simplified characters, full and half width, capitals or not', () => {
    expect(terms('生活補助ＧＤＰ')).toEqual(terms('生活补助gdp'));
  });

  it('asks for each pair once', () => {
    expect(terms('看看看看')).toEqual(['x看看']);
  });

  it('of one Han character by itself has nothing to ask with', () => {
    expect(terms('税')).toEqual([]);
    expect(terms('，。 ')).toEqual([]);
  });

  it('asks for every character of a long phrase, with half the pairs', () => {
    expect(terms('优化营商环境条例')).toEqual(['x优化', 'x营商', 'x环境', 'x条例']);
    expect(terms('优化营商环境条')).toEqual(['x优化', 'x营商', 'x环境', 'x境条']);
    expect(terms('优化营商环')).toEqual(['x优化', 'x化营', 'x营商', 'x商环']);
  });

  it('knows how long its longest phrase is', () => {
    expect(toQuery('营商环境 政策').chain).toBe(3);
  });
});

describe('text of a body', () => {
  it('does not join what stands in different paragraphs or cells', () => {
    expect(textOfHtml('<p>一<b>二</b>三</p><p>四<br>五</p><table><tbody><tr><td>六</td><td>七</td></tr></tbody></table>')).toBe(
      '一二三 四 五 六 七',
    );
  });

  it('takes entities as the characters they are, once', () => {
    expect(textOfHtml('<p>A&amp;B &lt;甲&gt; &amp;lt;</p>')).toBe('A&B <甲> &lt;');
  });

  it('leaves out pictures, their addresses and their alternative texts', () => {
    expect(textOfHtml('<p>图：<img src="asset:00" alt="大桥"></p>')).toBe('图：');
  });
});
