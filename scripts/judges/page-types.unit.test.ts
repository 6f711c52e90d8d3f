import { markupFaultsOf } from './html-validate.ts';
import { PLANTED_PAGE } from './planted-page.ts';
import { inOrderOfRank, routeOf, routesOfFiles } from './routes.ts';
import { coveringSamples, featuresOf } from './samples.ts';

test('a file belongs to the route that writes most of it out', () => {
  const routes = inOrderOfRank(['[column]/[month]/index.astro', '[column]/index.astro', 'bm/[department]/index.astro', 'index.astro', 'robots.txt.ts'].map(routeOf));
  const made = routesOfFiles(routes, ['index.html', 'bm/index.html', 'bm/szf/index.html', 'zcwj/202611/index.html', 'robots.txt', 'a/b/c/d.html']);
  expect([...made.values()].map((route) => route?.source ?? null)).toEqual([
    ...['index.astro', '[column]/index.astro', 'bm/[department]/index.astro', '[column]/[month]/index.astro', 'robots.txt.ts'],
    null,
  ]);
});

test('samples show everything any page is built of, the richest first, and no page twice', () => {
  const pages = { plain: '<p>甲</p>', rich: '<p class="a">乙</p><table></table>', odd: '<p class="banner">丙</p>', same: '<p>丁</p>' };
  const features = new Map(Object.entries(pages).map(([name, html]) => [name, featuresOf(html)]));
  expect(coveringSamples(features)).toEqual(['rich', 'odd']);
});

test('html-validate finds what was planted', async () => {
  expect((await markupFaultsOf(PLANTED_PAGE, 'planted.html')).join('\n')).toMatch(/no-dup-id[^]*element-permitted-content/);
});
