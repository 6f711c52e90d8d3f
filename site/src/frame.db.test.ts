import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sanitizeHtml from 'sanitize-html';
import { buildEverything, copyBuilt, type EverythingResult } from '../build/index.ts';
import { Chance, imaginedColumns, imaginedDepartments, imaginedDocument } from '../build/fixtures/imagined-city.ts';
import type { Change } from '../contract/index.ts';
import { openReplica } from '../replica/index.ts';

const SITE_URL = 'http://127.0.0.1:8080';
const AT = '2026-11-22T08:00:00.000Z';
const STYLES_LIMIT_BYTES = 12_000;
const SCRIPT_LIMIT_BYTES = 2_000;

interface Tag {
  name: string;
  attributes: Record<string, string>;
}

/** Every opening tag of a page, by a real HTML parser. */
function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    onOpenTag: (name, attributes) => void tags.push({ name, attributes: { ...attributes } }),
  });
  return tags;
}

/** What the content security policy would stop: code or style that does not come from a file of our own. */
function inlineCode(tags: Tag[]): string[] {
  return tags
    .filter(
      ({ name, attributes }) =>
        name === 'style' ||
        (name === 'script' && attributes['type'] !== 'application/ld+json' && !attributes['src']?.startsWith('/_astro/')) ||
        Object.keys(attributes).some((key) => key === 'style' || key.startsWith('on')),
    )
    .map(({ name, attributes }) => `<${name} ${JSON.stringify(attributes)}>`);
}

function cityOf(documents: number): Change[] {
  const chance = new Chance(7);
  const columns = imaginedColumns();
  let seq = 0;
  return [
    ...columns.map((column): Change => ({ type: 'column.put', seq: ++seq, at: AT, column })),
    ...imaginedDepartments().map((department): Change => ({ type: 'department.put', seq: ++seq, at: AT, department })),
    ...Array.from({ length: documents }, (): Change => {
      const event = ++seq;
      const document = imaginedDocument(chance, { event, column: chance.one(columns).code });
      return { type: 'document.put', seq: event, at: AT, id: document.id, document };
    }),
  ];
}

describe('the pages of a built site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-frame-'));
  let build: EverythingResult;
  let root: string;
  let files: string[];
  let pages: { path: string; html: string; tags: Tag[] }[];

  beforeAll(async () => {
    const file = join(folder, 'replica.db');
    const replica = openReplica(file, { siteUrl: SITE_URL });
    expect(replica.apply(cityOf(80)).setAside).toEqual([]);
    replica.close();
    build = await buildEverything({ replica: file, siteUrl: SITE_URL, workers: 1 });
    expect(build.failures).toEqual([]);
    // As a release puts them together: pages, and styles and scripts.
    root = join(folder, 'site');
    copyBuilt(build.folders, root);
    files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
    pages = files
      .filter((path) => path.endsWith('.html'))
      .map((path) => {
        const html = readFileSync(join(root, path), 'utf8');
        return { path, html, tags: tagsOf(html) };
      });
  });

  afterAll(async () => {
    await build?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are of every kind', () => {
    const kinds = pages.map(({ path }) => path);
    expect(kinds).toEqual(
      expect.arrayContaining(['index.html', '404.html', 'xxgk/index.html', 'search/index.html', 'bm/index.html']),
    );
    expect(kinds).toEqual(expect.arrayContaining(['bm/szf/index.html', 'zcwj/index.html', 'gy/about.html']));
    expect(kinds.some((path) => /^zcwj\/\d{6}\/index\.html$/.test(path))).toBe(true);
    expect(kinds.some((path) => /^zcwj\/\d{6}\/[^/]{10}\.html$/.test(path))).toBe(true);
  });

  it('hold no code and no style of their own', () => {
    expect(pages.flatMap(({ path, tags }) => inlineCode(tags).map((found) => `${path}: ${found}`))).toEqual([]);
  });

  it('say on each that this is a demonstration', () => {
    expect(pages.filter(({ html }) => !html.includes('演示站点：人物、数字、文件均为虚构'))).toEqual([]);
  });

  it('have one heading, one main part, a way past the header, and a way back but on the home page', () => {
    for (const { path, tags } of pages) {
      const count = (name: string): number => tags.filter((tag) => tag.name === name).length;
      expect({ path, h1: count('h1'), main: count('main') }).toEqual({ path, h1: 1, main: 1 });
      expect(tags.find(({ name }) => name === 'a')?.attributes['href']).toBe('#main');
      expect(tags.some(({ attributes }) => attributes['aria-label'] === '当前位置')).toBe(path !== 'index.html');
      expect(tags.find(({ name }) => name === 'html')?.attributes['lang']).toBe('zh-CN');
    }
  });

  it('give every id once and every label its field', () => {
    for (const { path, tags } of pages) {
      const ids = tags.flatMap(({ attributes }) => attributes['id'] ?? []);
      expect({ path, doubled: ids.filter((id, index) => ids.indexOf(id) !== index) }).toEqual({ path, doubled: [] });
      const named = tags.flatMap(({ attributes }) =>
        [attributes['for'], ...(attributes['aria-labelledby']?.split(' ') ?? [])].filter((id) => id !== undefined),
      );
      expect({ path, missing: named.filter((id) => !ids.includes(id)) }).toEqual({ path, missing: [] });
    }
  });

  it('link to nothing that is not there', () => {
    const there = new Set(files.flatMap((path) => [`/${path}`, `/${path.replace(/index\.html$/, '')}`]));
    // Attachments and pictures are put beside the pages by the publisher.
    const beside = /^\/[a-z0-9]+\/\d{6}\/[^/]{10}\/[0-9a-f]{16}/;
    const broken = pages.flatMap(({ path, tags }) =>
      tags
        .flatMap(({ attributes }) => [attributes['href'], attributes['src'], attributes['action']])
        .filter((address) => address?.startsWith('/'))
        .map((address) => new URL(address ?? '', SITE_URL).pathname)
        .filter((address) => !there.has(address) && !beside.test(address))
        .map((address) => `${path} → ${address}`),
    );
    expect([...new Set(broken)]).toEqual([]);
  });

  it('share two stylesheets, of which documents need one, and one script, within their weights', () => {
    const stylesOf = (chosen: typeof pages): Set<string> =>
      new Set(
        chosen.flatMap(({ tags }) =>
          tags.filter(({ attributes }) => attributes['rel'] === 'stylesheet').map(({ attributes }) => attributes['href'] ?? ''),
        ),
      );
    const styles = stylesOf(pages);
    expect(styles.size).toBe(2);
    const documents = pages.filter(({ tags }) => tags.some(({ attributes }) => attributes['name'] === 'ArticleTitle'));
    expect(documents.length).toBeGreaterThan(0);
    expect(stylesOf(documents).size).toBe(1);
    const scripts = pages
      .filter(({ path }) => path !== 'search/index.html')
      .map(({ tags }) => tags.filter(({ name, attributes }) => name === 'script' && attributes['src'] !== undefined).map(({ attributes }) => attributes['src']));
    expect(new Set(scripts.map((sources) => sources.join())).size).toBe(1);
    const weight = (address: string): number => gzipSync(readFileSync(join(root, address)), { level: 9 }).length;
    expect([...styles].reduce((sum, address) => sum + weight(address), 0)).toBeLessThanOrEqual(STYLES_LIMIT_BYTES);
    expect(weight(scripts[0]?.[0] ?? '')).toBeLessThanOrEqual(SCRIPT_LIMIT_BYTES);
  });

  it('a page with inline code is noticed', () => {
    expect(inlineCode(tagsOf('<p style="color:red" onclick="x()">a</p><style>p{}</style><script>x()</script>'))).toHaveLength(3);
  });
});
