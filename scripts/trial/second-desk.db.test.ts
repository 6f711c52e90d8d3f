import { onBothDatabases } from './on-both-databases.ts';
import { deskPages } from './shared-desk/desk-pages.ts';
import { particulars } from './shared-desk/particulars.ts';

/** As in `shared-desk.db`: here too the first one counts, and the last one starts the CMS again. */
onBothDatabases('another desk for many', (trial) => {
  describe('the home page and the list of documents by role', () => deskPages(trial));
  describe('专项内容', () => particulars(trial));
});
