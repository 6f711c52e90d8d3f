import { sentences } from './sentences.ts';

const spoken = (text: string): string[] => sentences(text).map(({ from, to }) => text.slice(from, to));

describe('sentences to be read aloud', () => {
  it('end at the marks that end a sentence, with the closing mark after it', () => {
    expect(spoken('今天停水。明天呢？“后天来。”请等候！')).toEqual(['今天停水。', '明天呢？', '“后天来。”', '请等候！']);
  });

  it('end with the line, and leave out what nobody can say', () => {
    expect(spoken('  第一条\n——\n……\n  第二条  ')).toEqual(['第一条', '第二条']);
    expect(spoken('')).toEqual([]);
  });

  it('are cut at commas where a voice would break off', () => {
    const clause = '一二三四五六七八九十一二三四五六七八九，';
    const pieces = spoken(clause.repeat(9));
    expect(pieces.join('')).toBe(clause.repeat(9));
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(80);
  });

  it('keep their places in the text', () => {
    expect(sentences('甲。 乙')).toEqual([
      { from: 0, to: 2 },
      { from: 3, to: 4 },
    ]);
  });
});
