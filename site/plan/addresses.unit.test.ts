import { RESERVED_CODES } from '../contract/index.ts';
import { columnFile, formerColumns, hrefOf, SITEMAP_LIMIT, sitemapFiles } from './addresses.ts';
import { reachOfWithdrawal } from './reach.ts';
import { machineFileStands, reportYears } from './machine-readable.ts';
import { pathsOfRoutes } from './routes.ts';
import type { PlanState } from './state.ts';

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
    'zcwj/202611/0123456789.csv',
    'zcwj/202611/0123456789.json',
    'zcwj/nian/2026.html',
    'zcwj/bumen/fgw-2026.html',
    'gy/nianbao/2026.html',
    'zcwj/months.json',
    'zcwj/202611.json',
    'zcwj/202611.csv',
  ];
  expect(pathsOfRoutes(files)).toMatchObject({
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
    data: [{ column: 'zcwj', month: '202611', id: '0123456789' }],
    approved: [{ column: 'zcwj', month: '202611', id: '0123456789' }],
    shelf: [
      { column: 'zcwj', shelf: 'nian', book: '2026' },
      { column: 'zcwj', shelf: 'bumen', book: 'fgw-2026' },
    ],
    report: [{ year: '2026' }],
    monthsData: [{ column: 'zcwj' }],
    monthData: [{ column: 'zcwj', month: '202611' }],
    monthTable: [{ column: 'zcwj', month: '202611' }],
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
    'feed.xml',
    'opensearch.xml',
    'tj/index.html',
    'tj/columns.csv',
    'gy/shuju.html',
    'gy/shuju/columns.json',
    'gy/nianbao/index.html',
    '.well-known/security.txt',
  ];
  expect(Object.values(pathsOfRoutes(rooms)).flat()).toEqual([]);
  expect(
    rooms.every((room) => !RESERVED_CODES.some((code) => room === columnFile(code)) || /^(xxgk|search|bm|zt|hd|fw|tj)\//.test(room)),
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
  reachOfWithdrawal({ id: '0123456789', column: 'zcwj', month: '202611', formerColumns: ['gsgg'], at: '2025-12-31T16:00:00.000Z' }, (path) =>
    touched.push(path),
  );
  expect(touched).toEqual([
    'gone.txt',
    'zcwj/202611/0123456789.html',
    'zcwj/202611/0123456789.json',
    'gsgg/202611/0123456789.html',
    // Counted, in the year in which it was withdrawn in Asia/Shanghai.
    'tj/index.html',
    'tj/changes.csv',
    'gy/nianbao/2026.html',
  ]);
});

test('data and reports stand where a column has documents of its own', () => {
  const own = [
    { column: 'zcwj', month: '202611', documents: 2 },
    { column: 'zcwj', month: '000000', documents: 1 },
    { column: 'gsgg', month: '202502', documents: 1 },
  ];
  const state = {
    column: (code: string) => (['zcwj', 'gsgg', 'bmdt'].includes(code) ? { code } : null),
    ownMonths: () => own,
    ownMonthsOfColumn: (code: string) => own.filter(({ column }) => column === code),
  } as unknown as PlanState;
  expect(reportYears(state)).toEqual(['2026', '2025']);
  const stands = (path: string): boolean | null => machineFileStands(path, state);
  expect(['zcwj/202611.json', 'zcwj/000000.csv', 'bmdt/months.json', 'gy/nianbao/2025.html'].map(stands)).toEqual([true, true, true, true]);
  expect(['zcwj/202612.json', 'bmdt/202611.csv', 'nono/months.json', 'gy/nianbao/2024.html'].map(stands)).toEqual([false, false, false, false]);
  expect(stands('zcwj/202611/index.html')).toBeNull();
});
