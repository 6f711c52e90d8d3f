import { needsSecondFactor, stageOf } from './stage';

const STANDING = { secondFactorOn: true, enrolled: false, verified: false, required: false, mustChangePassword: false };

test('first login of a reviewer: password, then second factor, then in', () => {
  const first = { ...STANDING, required: true, mustChangePassword: true };
  expect(stageOf(first)).toBe('password');
  expect(stageOf({ ...first, mustChangePassword: false })).toBe('enrolment');
  expect(stageOf({ ...first, mustChangePassword: false, enrolled: true, verified: true })).toBeNull();
});

test('with an authenticator the code comes before an expired password', () => {
  expect(stageOf({ ...STANDING, enrolled: true, mustChangePassword: true })).toBe('code');
  expect(stageOf({ ...STANDING, enrolled: true, verified: true, mustChangePassword: true })).toBe('password');
});

test('an uploader may do without; the demonstration asks nobody', () => {
  expect(stageOf(STANDING)).toBeNull();
  expect(stageOf({ ...STANDING, secondFactorOn: false, enrolled: true, required: true })).toBeNull();
});

test('everybody who approves, releases or administers needs one', () => {
  for (const role of ['deputy-head', 'head', 'releaser', 'system-admin', 'security-admin', 'auditor'] as const) expect(needsSecondFactor([role], false)).toBe(true);
  expect(needsSecondFactor(['uploader'], false)).toBe(false);
  expect(needsSecondFactor(['uploader', 'head'], false)).toBe(true);
  expect(needsSecondFactor([], true)).toBe(true);
});
