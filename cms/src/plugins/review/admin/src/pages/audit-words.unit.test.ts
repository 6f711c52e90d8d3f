import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDITED, detailWord, shownValue, summaryOf } from './audit-words';

const PLUGINS = join(import.meta.dirname, '../../../..');
const files = globSync('*/server/src/**/*.ts', { cwd: PLUGINS }).filter((name) => !name.endsWith('.test.ts'));

/** Actions written as a literal: `audit('…'` and `action: '…'` beside a detail. */
const written = files.flatMap((name) => {
  const text = readFileSync(join(PLUGINS, name), 'utf8');
  return [...text.matchAll(/\baudit\(\s*'([a-z-]+)'/g), ...text.matchAll(/\baction: '([a-z-]+)', detail/g)].map(([, action]) => ({ name, action: action ?? '' }));
});

it('the fixture: actions are found', () => {
  expect(written.map(({ action }) => action)).toEqual(expect.arrayContaining(['verify', 'register-create', 'register-void', 'calendar-put']));
});

it('every action the server writes has a Chinese name: add yours to AUDITED in audit-words.ts', () => {
  expect(written.filter(({ action }) => !AUDITED[action])).toEqual([]);
});

it('an entry is summed up in words', () => {
  expect(summaryOf({ title: '某公告', from: 'draft', to: 'submitted', reason: '' })).toBe('某公告；起草 → 待初审');
  expect(summaryOf({ number: '收文〔2026〕1号', title: '某通知', reason: '重复' })).toBe('收文〔2026〕1号 某通知；理由：重复');
});

it('values are said in words, and nothing as a dash', () => {
  expect([shownValue('from', 'submitted'), shownValue('correction', true), shownValue('dueOn', null), shownValue('links', ['a', 'b'])]).toEqual(['待初审', '是', '—', 'a、b']);
  expect([shownValue('kind', 'leak'), shownValue('kind', 'recovery')]).toEqual(['泄密', '恢复码']);
  expect([detailWord('contentHash'), detailWord('unknown')]).toEqual(['内容指纹', 'unknown']);
});
