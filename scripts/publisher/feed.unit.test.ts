import { readPage } from './feed.ts';

const AT = '2026-11-01T00:00:00.000Z';
const LINE = JSON.stringify({ seq: 7, at: AT, type: 'column.removed', code: 'zcwj' });
const END = JSON.stringify({ end: true, cursor: 9, more: false });

describe('an answer of the change feed', () => {
  it('is its lines and where to ask next', () => {
    expect(readPage(`${LINE}\n${END}\n`)).toMatchObject({
      changes: [{ seq: 7, type: 'column.removed' }],
      cursor: 9,
      more: false,
      refused: [],
    });
  });

  it.each([
    ['without its last line', `${LINE}\n`],
    ['cut in the middle of a line', `${LINE}\n${END.slice(0, 10)}`],
    ['empty', ''],
  ])('counts for nothing %s', (_how, text) => {
    expect(() => readPage(text)).toThrow(expect.objectContaining({ code: 'FEED_CUT' }));
  });

  it('loses a line that is no change we know, and no other', () => {
    const page = readPage(`{"type":"unheard of"}\n${LINE}\nnot json\n${END}\n`);
    expect(page.changes).toHaveLength(1);
    expect(page.refused.map(({ code }) => code)).toEqual(['FEED_LINE_BAD', 'FEED_LINE_BAD']);
  });
});
