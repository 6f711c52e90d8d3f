import { environment } from '../src/environment';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export default () => {
  const { adminJwtSecret, apiTokenSalt, transferTokenSalt, encryptionKey, sessionIdleMinutes, sessionMaxHours } = environment();
  // An access token lives half an idle time, a renewal a whole one beyond it: the accounts plugin ends idle sessions, at their minute.
  const accessToken = Math.min(30 * MINUTE, (sessionIdleMinutes * MINUTE) / 2);
  const renewable = sessionIdleMinutes * MINUTE + accessToken;
  return {
    auth: {
      secret: adminJwtSecret,
      sessions: {
        accessTokenLifespan: accessToken,
        idleSessionLifespan: renewable,
        maxSessionLifespan: sessionMaxHours * HOUR,
        idleRefreshTokenLifespan: renewable,
        maxRefreshTokenLifespan: sessionMaxHours * HOUR,
      },
    },
    // A benchmark or a test logs in many times a minute; a portal's staff do not.
    rateLimit: { enabled: process.env.CMS_RATE_LIMIT !== 'off', interval: { min: 15 }, max: 10 },
    apiToken: { salt: apiTokenSalt },
    transfer: { token: { salt: transferTokenSalt } },
    secrets: { encryptionKey },
    flags: { nps: false, promoteEE: false, docLinks: false },
    autoOpen: false,
    ai: { enabled: false },
  };
};
