import type { Trial } from '../on-both-databases.ts';
import { deskPages } from './desk-pages.ts';
import { particulars } from './particulars.ts';

/** As in `shared-desk.db`: here too the first one counts, and the last one starts the CMS again. */
export const secondDesk = (trial: () => Trial): void => {
  describe('the home page and the list of documents by role', () => deskPages(trial));
  describe('专项内容', () => particulars(trial));
};
