import { faultFrom, NOTHING_TYPED, wordsFor, type Progress } from './state';

const minute = (instant: string): string => instant.slice(11, 16);
const AT = '2026-11-23T14:03:00.000Z';
const offline = { kind: 'offline' as const, message: '' };
const say = (progress: Partial<Progress>): string => wordsFor({ ...NOTHING_TYPED, ...progress }, minute).text;

test('「已自动保存」 is said only while the server has everything typed', () => {
  expect(say({ typed: 3, local: 3, server: 3, localAt: AT, serverAt: AT })).toBe('已自动保存 14:03');
  expect(say({ typed: 4, local: 3, server: 3, localAt: AT, serverAt: AT })).toBe('正在自动保存…');
});

test('「保存在本机」 is said only while the browser has everything typed', () => {
  expect(say({ typed: 2, local: 2, server: 1, localAt: AT, serverAt: AT, fault: offline })).toBe('离线，内容保存在本机 14:03');
  expect(say({ typed: 3, local: 2, server: 1, localAt: AT, serverAt: AT, fault: offline })).toBe('正在保存到本机…');
});

test('where neither has it the screen says so', () => {
  expect(say({ typed: 2, local: 0, server: 1, serverAt: AT, fault: offline, localFault: true })).toMatch(/^无法保存/);
});

test('a refusal, an ended session and another window are told by name', () => {
  const local = { typed: 2, local: 2, localAt: AT };
  expect(say({ ...local, fault: { kind: 'logged-out', message: '登录已过期' } })).toBe('登录已过期，内容保存在本机 14:03');
  expect(say({ ...local, fault: { kind: 'refused', message: '内容太长，没有自动保存到服务器。' } })).toContain('内容太长');
  const newer = { form: 'f', tab: 't', seq: 3, baseVersion: 1, savedAt: AT, changed: {}, base: {} };
  expect(say({ ...local, newer })).toBe('另一个窗口有不同的内容，内容保存在本机 14:03');
});

test('a server that answers with 5xx is as good as away; 401 means that the session ended', () => {
  const told = { message: '内容太长。', hint: '', overtaken: false };
  expect(faultFrom(new TypeError('Failed to fetch'), told).kind).toBe('offline');
  expect(faultFrom({ status: 502 }, told).kind).toBe('offline');
  expect(faultFrom({ status: 401 }, told).kind).toBe('logged-out');
  expect(faultFrom({ status: 400 }, told)).toEqual({ kind: 'refused', message: '内容太长。' });
});
