import { encodingFor, isWorthCompressing } from './compression.ts';

describe('what a browser takes', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['BR', 'br'],
    ['*', 'br'],
    ['gzip;q=0', null],
    ['identity', null],
    ['', null],
  ])('from %j is %j', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });
});

describe('what is worth compressing', () => {
  it.each([
    ['/a.html', 5000, true],
    ['/a.html', 20, false],
    ['/a.docx', 5000, false],
    ['/search/p/x/a.pf_index', 5000, false],
    ['/a.json', 50_000_000, false],
  ])('%s of %i bytes: %s', (path, bytes, worth) => {
    expect(isWorthCompressing(path, bytes)).toBe(worth);
  });
});
