import { randomBytes } from 'node:crypto';

/** Crockford base 32 in lower case: no i, l, o, u, so that an address can be read out over the telephone. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/** A new document id: 50 random bits. Uniqueness is kept by the table's index. */
export const newPublicId = (): string => {
  const bytes = randomBytes(LENGTH);
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
};
