import { fileOf } from './plan-integration.ts';

test('Astro writes an address to the file the plan names', () => {
  expect(fileOf('/', { type: 'page', isIndex: true })).toBe('index.html');
  expect(fileOf('/zcwj', { type: 'page', isIndex: true })).toBe('zcwj/index.html');
  expect(fileOf('/zcwj/202611/0123456789', { type: 'page', isIndex: false })).toBe('zcwj/202611/0123456789.html');
  expect(fileOf('/zcwj/feed.xml', { type: 'endpoint', isIndex: false })).toBe('zcwj/feed.xml');
});
