import { Secret, TOTP } from 'otpauth';
import { enrolmentAddress, newRecoveryCodes, newSecret, plainRecoveryCode, stepOf } from './codes';

/** RFC 6238, appendix B: the secret of the test vectors, whose last six digits are ours. */
const RFC_SECRET = Secret.fromUTF8('12345678901234567890').base32;

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at second %i of RFC 6238 the code is %s', (seconds, code) => expect(stepOf(RFC_SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30)));

test('a clock may be half a minute off, not a whole', () => {
  const secret = newSecret();
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const now = 1_800_000_015_000;
  const step = Math.floor(now / 30_000);
  for (const off of [-1, 0, 1]) expect(stepOf(secret, totp.generate({ timestamp: now + off * 30_000 }), now)).toBe(step + off);
  for (const off of [-2, 2]) expect(stepOf(secret, totp.generate({ timestamp: now + off * 30_000 }), now)).toBeNull();
});

test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('%p is no code', (code) => expect(stepOf(newSecret(), code, 0)).toBeNull());

test('the address names us and the account', () => {
  const address = new URL(enrolmentAddress(RFC_SECRET, 'a@example.cn'));
  expect(decodeURIComponent(address.pathname)).toContain('公开:a@example.cn');
  expect(address.searchParams.get('secret')).toBe(RFC_SECRET);
});

test('ten recovery codes, all different, and read as people write them', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(plainRecoveryCode(' abO1l-xyz2i ')).toBe('AB011XYZ21');
});
