import { command } from './command';

/** 知悉泄密处置: a head has seen the alarm; until then it stands in everybody's alarms and in the log. */
export const acknowledgeLeak = command({
  action: 'acknowledge-leak',
  call: async ({ at, row }) => ({ changes: { leak_seen_at: at }, detail: { withdrawnAt: row.withdrawn_at } }),
});
