import { choicesIn, markOfPlace, placeOf } from './places';

const TEXT = '第一条 为规范公开工作。第二条 本办法适用于全市。第一条 为规范公开工作。';
const PLACED = { text: TEXT, starts: [0, 12, 25] };

describe('a marked passage', () => {
  it('is found where it was, not at the first place of the same words', () => {
    const mark = markOfPlace(PLACED, { from: 25, to: 36 });
    expect(mark).toMatchObject({ block: 2, from: 0 });
    expect(mark && placeOf(PLACED, mark)?.from).toBe(25);
  });

  it('is found again after words were put before it, and with other blanks', () => {
    const mark = { block: 1, from: 4, to: 12, quote: '本办法适用于 全市' };
    const place = placeOf({ text: `新增一段。${TEXT}`, starts: [0, 5, 17, 30] }, mark);
    expect(place && `新增一段。${TEXT}`.slice(place.from, place.to)).toBe('本办法适用于全市');
  });

  it('is found by its words alone, as an editor asks', () => {
    expect(placeOf(PLACED, { quote: '适用于全市' })).toEqual({ from: 19, to: 24 });
  });

  it('is not found when its words are gone', () => expect(placeOf(PLACED, { quote: '全省' })).toBeNull());

  it('is none when only blanks are selected', () => expect(markOfPlace({ text: '甲  乙', starts: [0] }, { from: 1, to: 3 })).toBeNull());

  it('may be chosen block by block and sentence by sentence', () => {
    const placed = { text: '甲。乙；丙丁。', starts: [0, 7] };
    expect(choicesIn(placed, 0).map(({ from, to }) => placed.text.slice(from, to))).toEqual(['甲。乙；丙丁。', '甲。', '乙；', '丙丁。']);
  });
});
