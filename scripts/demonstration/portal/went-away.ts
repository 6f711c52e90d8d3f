import type { Change } from '@gongkai/site/contract';

/** Key of a document that stood in another column before, so that its old address tells where it went. */
export const MOVED: Record<string, string[]> = { 'gsgg-land': ['gwzx'] };

type Numbered = Pick<Change, 'seq' | 'at'>;

/** What was withdrawn: notices without a title stand at these addresses, and the server answers 410. */
export const withdrawals = (next: () => Numbered): Change[] =>
  (
    [
      { id: 'w1thdrawn0', column: 'gsgg', kind: 'error' },
      { id: 'w1thdrawn1', column: 'yjxx', kind: 'expired' },
    ] as const
  ).map((gone) => {
    const numbered = next();
    return {
      ...numbered,
      type: 'document.withdrawn',
      withdrawal: { ...gone, month: '202610', formerColumns: [], at: numbered.at },
    };
  });
