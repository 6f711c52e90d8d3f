import { createHmac } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const bytesOf = (base32: string): Buffer => {
  const bits = [...base32.replace(/[\s=]/g, '')].map((character) => BASE32.indexOf(character).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
};

const PERIOD_MS = 30_000;

/**
 * An authenticator as on a phone: RFC 6238 written out once more, so that tests do not judge the CMS by the library it uses.
 * @param steps how many steps of 30 seconds from now
 */
export const codeOf = (key: string, steps = 0, now = Date.now()): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / PERIOD_MS) + steps));
  const mac = createHmac('sha1', bytesOf(key)).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};

/** Near the end of a step a code of the step before would be two steps old on arrival: waits until the next step has begun. */
export const awayFromTheEdge = async (roomMs = 5_000): Promise<void> => {
  const left = PERIOD_MS - (Date.now() % PERIOD_MS);
  if (left < roomMs) await new Promise((resolve) => setTimeout(resolve, left + 50));
};
