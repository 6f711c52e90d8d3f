import { daysLeft, passwordFaults } from './password';

const OWNER = { email: 'zhang.wei@example.gov.cn', name: '张示伟' };
const fit = (password: string): boolean => passwordFaults(password, OWNER).length === 0;

test.each(['Gk7xQ2mPzLw9aB7a', 'mei-Hua-4-Jin', '春江花月夜Ab12!x', 'correct horse 7 Battery'])('%s is fit', (password) => expect(passwordFaults(password, OWNER)).toEqual([]));

test.each([
  ['too short', 'Ab1!xyzWq'],
  ['two classes only', 'nineteencrows77ran'],
  ['holds the name of the mailbox', 'Zhang.Wei-7-Jin'],
  ['holds part of the mailbox', 'my-Zhang-1-time'],
  ['holds the name', '张示伟Ab-2026-kk'],
  ['common with trimmings', 'Password2026!!'],
  ['a row of the keyboard', 'Ok-Qwerty-7-Mn'],
  ['counting', 'Ab-x-1234567-k'],
  ['backwards', 'Ab-x-7654321-k'],
  ['one character over and over', 'Ab-1-zzzzz-Kq'],
])('a password that is %s is refused, in Chinese', (_why, password) => {
  const faults = passwordFaults(password, OWNER);
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault).toMatch(/^[\p{Script=Han}\p{P}\d\s]+/u);
});

test('more than bcrypt reads is refused rather than cut off', () => expect(fit(`Aa1-${'汉字密码'.repeat(6)}`)).toBe(false));

test('a password lasts ninety days', () => {
  const changed = '2026-08-25T00:00:00.000Z';
  expect(daysLeft(changed, Date.parse('2026-08-25T00:00:00.000Z'))).toBe(90);
  expect(daysLeft(changed, Date.parse('2026-11-22T23:59:59.000Z'))).toBe(0);
  expect(daysLeft(changed, Date.parse('2026-11-23T00:00:01.000Z'))).toBe(-1);
});
