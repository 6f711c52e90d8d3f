import { environment } from '../../../../environment';
import type { Ended, SessionRow } from './tables/sessions';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Why a session is over by its age; null while it is not. */
export const outlived = ({ seen_at, began_at }: Pick<SessionRow, 'seen_at' | 'began_at'>, now: number): Ended | null => {
  const { sessionIdleMinutes, sessionMaxHours } = environment();
  if (now - Date.parse(began_at) > sessionMaxHours * HOUR_MS) return 'maximum';
  return now - Date.parse(seen_at) > sessionIdleMinutes * MINUTE_MS ? 'idle' : null;
};
