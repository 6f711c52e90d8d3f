import { Chance, imaginedDocument } from '../build/fixtures/imagined-city.ts';
import { SiteError } from '../replica/errors.ts';
import { bodyHtml } from './body.ts';
import { dayOf, freshnessOf, longDay, minuteOf, monthName } from './dates.ts';
import { sizeOf } from './files.ts';
import { metaTags } from './meta-tags.ts';
import { atomXml, sitemapIndexXml } from './xml.ts';

describe('dates are those of Asia/Shanghai', () => {
  test('the day changes at 16:00 UTC', () => {
    expect(dayOf('2025-12-31T15:59:59.999Z')).toBe('2025-12-31');
    expect(dayOf('2025-12-31T16:00:00.000Z')).toBe('2026-01-01');
    expect(minuteOf('2025-12-31T16:00:00.000Z')).toBe('2026-01-01 00:00');
  });

  test('summer time was kept from 1986 to 1991', () => {
    expect(minuteOf('1988-07-01T00:00:00.000Z')).toBe('1988-07-01 09:00');
  });

  test('days and months in words', () => {
    expect(longDay('2026-03-05')).toBe('2026年3月5日');
    expect(monthName('202611')).toBe('2026年11月');
    expect(monthName('000000')).toBe('未注明日期');
  });

  test.each([
    [14, '每 2 周至少更新一次'],
    [10, '每 10 天至少更新一次'],
    [91, '每 3 个月至少更新一次'],
    [182, '每 6 个月至少更新一次'],
    [365, '每年至少更新一次'],
    [null, '按需更新'],
  ])('fresh within %p days reads %p', (days, words) => expect(freshnessOf(days)).toBe(words));
});

test.each([
  [0, '0 字节'],
  [1023, '1023 字节'],
  [1024, '1 KB'],
  [1536, '1.5 KB'],
  [34_900, '34 KB'],
  [1_258_291, '1.2 MB'],
])('%p bytes read %p', (bytes, words) => expect(sizeOf(bytes)).toBe(words));

test.each(['', '  ', 'null', 'undefined'])('a meta tag with the content %p is refused', (content) => {
  expect(() => metaTags('http://portal.example', { ArticleTitle: content })).toThrow(SiteError);
});

describe('bodies', () => {
  const plain = imaginedDocument(new Chance(1), { event: 1, body: '<p>甲<br>乙</p>', attachments: [], images: [] });

  test('a text without pictures, files and tables is printed as it was approved', () => {
    expect(bodyHtml(plain)).toBe('<p>甲<br>乙</p>');
  });

  test('words that look like a table are not one', () => {
    const html = bodyHtml({
      ...plain,
      body: '<p title="<table>">&lt;table&gt;</p><table><tbody><tr><td>甲</td></tr></tbody></table>',
    });
    expect(html.match(/class="table-scroll"/g)).toHaveLength(1);
    expect(html).toContain('&lt;table&gt;</p>');
  });

  test('a link to an attachment gets its address; a file that is not there is an error', () => {
    const file = {
      sha256: 'a'.repeat(64),
      path: `${'a'.repeat(16)}.pdf`,
      mediaType: 'application/pdf',
      bytes: 1,
      name: '甲.pdf',
    };
    const body = `<a href="asset:${file.sha256}">甲</a>`;
    expect(bodyHtml({ ...plain, body, attachments: [file] })).toBe(
      `<a href="/${plain.column}/${plain.month}/${plain.id}/${file.path}">甲</a>`,
    );
    expect(() => bodyHtml({ ...plain, body })).toThrow(expect.objectContaining({ code: 'FILE_MISSING' }) as Error);
  });
});

test('XML keeps signs that are its own apart, and drops characters it forbids', () => {
  const feed = {
    id: 'http://portal.example/gsgg/feed.xml',
    title: '甲 & <乙>\u0001',
    subtitle: '丙',
    self: 'http://portal.example/gsgg/feed.xml',
    alternate: 'http://portal.example/gsgg/',
    updated: '2026-01-01T00:00:00.000Z',
    entries: [],
  };
  expect(atomXml(feed)).toContain('<title>甲 &amp; &lt;乙&gt;</title>');
  expect(sitemapIndexXml([{ url: 'http://portal.example/map-pages-0.xml', lastmod: null }])).toContain(
    '<sitemap><loc>http://portal.example/map-pages-0.xml</loc></sitemap>',
  );
});
