import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { environment } from '../../../../environment';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** One key for each use, all from `ENCRYPTION_KEY`. */
const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', environment().encryptionKey, '', `gongkai accounts ${use}`, 32));

/** Encrypts a secret of one account; bound to it, so that a row copied to another account is worth nothing. */
export const encrypted = (secret: string, userId: number): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyFor('totp'), nonce).setAAD(Buffer.from(`account:${userId}`));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
};

/** @throws when it was tampered with, belongs to another account, or `ENCRYPTION_KEY` was changed */
export const decrypted = (sealed: string, userId: number): string => {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(ALGORITHM, keyFor('totp'), bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(`account:${userId}`));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
};

/** What is kept of a recovery code. A fast hash is enough: a code has 50 random bits and the key is not in the database. */
export const recoveryHash = (code: string, userId: number): string => createHmac('sha256', keyFor('recovery')).update(`${userId} ${code}`).digest('hex');
