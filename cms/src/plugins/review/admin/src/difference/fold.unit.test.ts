import type { BlockDifference } from '../../../server/src/decisions/differences';
import { folded } from './fold';

const blocks = (kinds: string): BlockDifference[] =>
  [...kinds].map((kind) => ({ kind: kind === '.' ? 'same' : 'changed', element: 'p', pieces: [], rows: [], moved: false, remarks: [] }));

describe('what did not change', () => {
  it('is folded away but for a block around each change, where it is long enough', () => {
    expect(folded(blocks('......x..x')).map(({ kind, blocks: inside }) => [kind, inside.length])).toEqual([['folded', 5], ['blocks', 5]]);
  });

  it('loses nothing', () => {
    expect(folded(blocks('..x.....x....')).flatMap(({ blocks: inside }) => inside)).toHaveLength(13);
  });
});
