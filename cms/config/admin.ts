import { environment } from '../src/environment';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export default () => {
  const { adminJwtSecret, apiTokenSalt, transferTokenSalt, encryptionKey } = environment();
  return {
    auth: {
      secret: adminJwtSecret,
      sessions: {
        accessTokenLifespan: 30 * MINUTE,
        idleSessionLifespan: 2 * HOUR,
        maxSessionLifespan: 12 * HOUR,
        idleRefreshTokenLifespan: 2 * HOUR,
        maxRefreshTokenLifespan: 12 * HOUR,
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
