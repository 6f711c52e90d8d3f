import { randomBytes } from 'node:crypto';

/** Id of a row nobody reads aloud: 72 random bits. */
export const newId = (): string => randomBytes(9).toString('hex');
