import { createHash, createHmac } from 'node:crypto';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * JSON with keys in code-unit order and no blanks, so that one value has one text and one hash
 * (RFC 8785 for the values used here: strings, integers, booleans, null, lists, objects).
 */
export const canonicalJson = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
};

/** SHA-256 of the canonical form, 64 hexadecimal digits. */
export const contentHash = (value: Json): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** HMAC-SHA-256 of the canonical form: a link of the audit chain cannot be made without the key. */
export const sealed = (key: string, value: Json): string => createHmac('sha256', key).update(canonicalJson(value)).digest('hex');
