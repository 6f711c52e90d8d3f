import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

export const ISSUER = '公开';
export const PERIOD_S = 30;
/** Steps a clock may be off, either way. */
const DRIFT_STEPS = 1;
const SECRET_BYTES = 20;

const totp = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD_S, secret: Secret.fromBase32(secret) });

/** A new secret, in base32. SHA-1, six digits, 30 seconds: the only combination every authenticator knows (RFC 6238). */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What the QR code says. */
export const enrolmentAddress = (secret: string, email: string): string => totp(secret, email).toString();

/**
 * The step a code is of; null when it is of none near.
 * @param now milliseconds since 1970
 */
export const stepOf = (secret: string, code: string, now: number): number | null => {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totp(secret, '').validate({ token: code, timestamp: now, window: DRIFT_STEPS });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_S) + delta;
};

/** Crockford's alphabet: nothing that is taken for something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const RECOVERY_CODES = 10;
const CODE_LENGTH = 10;

/** Ten codes to be printed, `XXXXX-XXXXX`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });

/** A code as typed by somebody who reads O for 0 and forgets the dash. */
export const plainRecoveryCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
