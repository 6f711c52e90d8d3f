import type { BlockDifference } from '../../../server/src/decisions/differences';

/** A stretch of the text as it is shown: blocks, or a number of unchanged ones folded away. */
export type Stretch = { kind: 'blocks'; blocks: BlockDifference[] } | { kind: 'folded'; blocks: BlockDifference[] };

/** Unchanged blocks shown on either side of a change. */
const CONTEXT = 1;
/** Fewer are not worth a button. */
const FEWEST_FOLDED = 3;

/** Folds away what did not change, but for a little around each change. */
export const folded = (blocks: BlockDifference[]): Stretch[] => {
  const near = blocks.map((_, at) => blocks.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same'));
  const stretches: Stretch[] = [];
  for (const [at, block] of blocks.entries()) {
    const kind = near[at] ? 'blocks' : 'folded';
    const last = stretches.at(-1);
    if (last?.kind === kind) last.blocks.push(block);
    else stretches.push({ kind, blocks: [block] });
  }
  return stretches.map((stretch) => (stretch.kind === 'folded' && stretch.blocks.length < FEWEST_FOLDED ? { ...stretch, kind: 'blocks' } : stretch));
};
