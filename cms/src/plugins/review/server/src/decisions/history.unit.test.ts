import { stepsByRevision } from './history';

const event = (seq: number, action: string, revision: number | null = null) => ({ seq, action, revision });

describe('the history of a document', () => {
  it('lays what was done to the revision it was done with, and what led to a revision to that one', () => {
    const events = [
      event(1, 'create'), event(2, 'edit'), event(3, 'submit', 1), event(4, 'return', 1), event(5, 'edit'), event(6, 'submit', 2),
      event(7, 'first-approve', 2), event(8, 'release', 2), event(9, 'pin'), event(10, 'correct'), event(11, 'edit'),
    ];
    const steps = stepsByRevision([1, 2], events);
    expect([1, 2, 0].map((revision) => steps.get(revision)?.map(({ seq }) => seq))).toEqual([[1, 2, 3, 4], [5, 6, 7, 8, 9], [10, 11]]);
  });
});
