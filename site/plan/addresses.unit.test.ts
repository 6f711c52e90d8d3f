import { RESERVED_CODES } from '../contract/index.ts';
import { columnFile, formerColumns, hrefOf, SITEMAP_LIMIT, sitemapFiles } from './addresses.ts';
import { reachOfWithdrawal } from './reach.ts';
import { pathsOfRoutes } from './routes.ts';

test.each([
  ['index.html', '/'],
  ['zcwj/index.html', '/zcwj/'],
  ['zcwj/202611/0123456789.html', '/zcwj/202611/0123456789.html'],
  ['zcwj/feed.xml', '/zcwj/feed.xml'],
])('readers ask for the file %s as %s', (file, href) => expect(hrefOf(file)).toBe(href));

test('every file of a dynamic route finds its route and its parameters', () => {
  const files = [
    'zcwj/index.html',
    'zcwj/feed.xml',
    'zcwj/202611/index.html',
    'zcwj/202611/0123456789.html',
    'bm/szf/index.html',
    'gy/about.html',
    'zt/flood/index.html',
    'xxgk/zhinan/index.html',
    'xxgk/mulu/szf/2026.html',
    'xxgk/mulu/szf/2026.csv',
    'xxgk/mulu/zhuti/0123456789abcdef/2026.html',
    'xxgk/mulu/zhuti/0123456789abcdef/2026.csv',
  ];
  expect(pathsOfRoutes(files)).toEqual({
    column: [{ column: 'zcwj' }],
    feed: [{ column: 'zcwj' }],
    month: [{ column: 'zcwj', month: '202611' }],
    document: [{ column: 'zcwj', month: '202611', id: '0123456789' }],
    department: [{ department: 'szf' }],
    text: [{ page: 'about' }],
    topic: [{ topic: 'flood' }],
    hallRoom: [{ room: 'zhinan' }],
    catalogue: [{ department: 'szf', year: '2026' }],
    catalogueTable: [{ department: 'szf', year: '2026' }],
    theme: [{ theme: '0123456789abcdef', year: '2026' }],
    themeTable: [{ theme: '0123456789abcdef', year: '2026' }],
  });
});

test("the site's own rooms are no columns", () => {
  const rooms = [
    'index.html',
    'xxgk/index.html',
    'search/index.html',
    'bm/index.html',
    'zt/index.html',
    'hd/index.html',
    'fw/index.html',
    'xxgk/mulu/index.html',
    '404.html',
    'gone.txt',
    'map-202611-0.xml',
  ];
  expect(Object.values(pathsOfRoutes(rooms)).flat()).toEqual([]);
  expect(
    rooms.every((room) => !RESERVED_CODES.some((code) => room === columnFile(code)) || /^(xxgk|search|bm|zt|hd|fw)\//.test(room)),
  ).toBe(true);
});

test('a month with more addresses than a sitemap may hold has several', () => {
  expect(sitemapFiles('202611', 0)).toEqual([]);
  expect(sitemapFiles('202611', SITEMAP_LIMIT)).toEqual(['map-202611-0.xml']);
  expect(sitemapFiles('202611', SITEMAP_LIMIT + 1)).toEqual(['map-202611-0.xml', 'map-202611-1.xml']);
});

test('a document that came back to a column it had left has one address there', () => {
  expect(formerColumns({ column: 'gsgg', formerColumns: ['gsgg', 'zcwj', 'gsgg'] })).toEqual(['zcwj']);
});

test('a withdrawal reaches every address the document ever had, also where the document itself was never seen', () => {
  const touched: string[] = [];
  reachOfWithdrawal({ id: '0123456789', column: 'zcwj', month: '202611', formerColumns: ['gsgg'] }, (path) => touched.push(path));
  expect(touched).toEqual(['gone.txt', 'zcwj/202611/0123456789.html', 'gsgg/202611/0123456789.html']);
});
