import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { followLinks } from './links.ts';

const SITE = 'http://127.0.0.1:8080';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gongkai-links-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const brokenIn = (files: Record<string, string>): string[] => {
  for (const [file, text] of Object.entries({ 'index.html': '<p id="here">首页</p>', 'a/b.html': '<a name="old">旧</a>', ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return followLinks(root, SITE).broken.map(({ from, to }) => `${from} → ${to}`);
};

test('links that lead somewhere are not told of', () => {
  const links = ['/', '/#here', '#top', '/a/b.html#old', 'b.html', `${SITE}/a/b.html?q=1`, 'https://example.com/x', 'mailto:a@b.example', '/intake/letters']
    .map((href) => `<a href="${href}">x</a>`)
    .join('');
  expect(brokenIn({ 'a/c.html': links })).toEqual([]);
});

test.each([
  ['a page that is not there', { 'c.html': '<a href="/nowhere.html">x</a>' }, 'c.html → /nowhere.html'],
  ['a place that is not on the page', { 'c.html': '<a href="/#nowhere">x</a>' }, 'c.html → /#nowhere'],
  ['a place that is not on the page itself', { 'c.html': '<a href="#nowhere">x</a>' }, 'c.html → #nowhere'],
  ['a folder without its slash', { 'd/index.html': 'd', 'c.html': '<a href="/d">x</a>' }, 'c.html → /d'],
  ['a page that is gone', { 'gone.txt': '/a/b.html\n', 'c.html': '<a href="/a/b.html">x</a>' }, 'c.html → /a/b.html'],
  ['a picture', { 'c.html': '<img src="x.webp" alt="">' }, 'c.html → x.webp'],
  ['one of several pictures', { 'x.webp': '', 'c.html': '<img src="x.webp" srcset="x.webp 1x, y.webp 2x" alt="">' }, 'c.html → y.webp'],
  ['where a form goes', { 'c.html': '<form action="/s/"></form>' }, 'c.html → /s/'],
  ['what a style sheet fetches', { 'c.css': 'a { background: url("x.svg") }' }, 'c.css → x.svg'],
  ['an entry of a feed', { 'feed.xml': `<link href="${SITE}/n.html?a=1&amp;b=2"/>` }, `feed.xml → ${SITE}/n.html?a=1&b=2`],
  ['a line of a sitemap', { 'map.xml': `<loc>${SITE}/n.html</loc>` }, `map.xml → ${SITE}/n.html`],
  ['an address in JSON', { 'd.json': JSON.stringify({ items: [{ url: `${SITE}/n.html` }] }) }, `d.json → ${SITE}/n.html`],
  ['an address in data about the page', { 'c.html': `<script type="application/ld+json">{"@id":"${SITE}/#x","url":"${SITE}/n.html"}</script>` }, `c.html → ${SITE}/n.html`],
  ['an address in a table', { 'd.csv': `标题,地址\n甲,${SITE}/n.html\n` }, `d.csv → ${SITE}/n.html`],
  ['what robots are told', { 'robots.txt': `Sitemap: ${SITE}/n.xml\n` }, `robots.txt → ${SITE}/n.xml`],
])('%s is found', (_, files, broken) => expect(brokenIn(files)).toEqual([broken]));
