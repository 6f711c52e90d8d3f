import { baseOf } from './base';

const revisions = [1, 2, 3, 4].map((revision) => ({ revision }));

describe('what a revision is compared with first', () => {
  it('is what is public', () => expect(baseOf(4, 2, revisions, [{ action: 'first-approve', revision: 3 }])).toBe(2));
  it('is else what was approved last', () => expect(baseOf(4, null, revisions, [{ action: 'first-approve', revision: 2 }])).toBe(2));
  it('is else what was submitted before', () => expect(baseOf(4, null, revisions, [{ action: 'return', revision: 3 }])).toBe(3));
  it('is nothing for the first', () => expect(baseOf(1, null, revisions, [{ action: 'submit', revision: 1 }])).toBeNull());
  it('is what was approved before it, for the public revision itself', () => expect(baseOf(2, 2, revisions, [])).toBe(1));
});
