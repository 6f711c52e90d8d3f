import { environment } from '../../../../../environment';
import { ACCEPTED, MOST_BYTES } from '../attachments/inspect';
import { answers } from '../attachments/scan';

export const attachmentsController = () => ({
  /** GET /writing/scanning: whether files are scanned for viruses, and what may be uploaded. */
  async scanning(ctx: { body: unknown }) {
    const { clamav } = environment();
    const state = clamav === null ? 'off' : (await answers(clamav)) ? 'on' : 'unreachable';
    ctx.body = { state, accepted: ACCEPTED, mostBytes: MOST_BYTES };
  },
});
