import type { Fault } from '../../../../server/src/decisions/particulars/faults';
import { particularsFaults } from '../../../../server/src/decisions/particulars/faults';
import type { Particulars } from '../../../../server/src/decisions/particulars/form';
import { tidied } from '../../../../server/src/decisions/particulars/tidy';

interface Around {
  kind: string;
  columns: string[] | null;
  /** What the form was opened with: the end it had then is let be, as it may be the public one. */
  opened: unknown;
}

/** What would keep this from being submitted, as far as the browser can know; whether another topic has the address, the server says. */
export const faultsOf = (value: Particulars, { kind, columns, opened }: Around): Fault[] => {
  const before = tidied(opened);
  return particularsFaults(tidied(value), { kind, now: new Date().toISOString(), liveUntil: before?.type === 'emergency' ? before.until : null, topicCodes: [], columns });
};

const GAP = /没有填写|没有选择|至少要有|没有数据行|是空的|没有写明/;

/** A gap is told once one has been there and left it; what is wrong is told at once. */
export const shownFaults = (faults: Fault[], left: ReadonlySet<string>): Fault[] =>
  faults.filter(({ field, message }) => !GAP.test(message) || [...left].some((place) => field === place || field.startsWith(`${place}.`)));
