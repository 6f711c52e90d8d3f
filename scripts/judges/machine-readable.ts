/** Everything of a portal that is made for machines, read by machines: schemas, parsers, and planted faults. */
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import type { JudgedPortal } from './portal.ts';
import { servedFiles } from './served-files.ts';

const SCHEMAS = new URL('../checks/schemas/', import.meta.url);

/** What xmllint finds against one of our schemas; all files in one run. */
async function xmlFaults(schema: string, documents: { fileName: string; contents: string }[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: documents,
    schema: readFileSync(new URL(schema, SCHEMAS), 'utf8'),
    extension: schema.endsWith('.rng') ? 'relaxng' : 'schema',
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** Tests of the portal's files; it stands when they run. */
export const judgeWhatMachinesRead = (portal: () => JudgedPortal): void => {
  let siteUrl: string;
  let files: string[];
  beforeAll(() => {
    ({ siteUrl } = portal());
    files = servedFiles(portal().root).sort();
  });

  const text = (file: string): string => readFileSync(join(portal().root, file), 'utf8');
  const named = (names: string[]) => names.map((name) => ({ fileName: name.replaceAll('/', '_'), contents: text(name) }));

  describe('feeds', () => {
    test('are there for the site and for each column, valid Atom, and say where they are', async () => {
      const feeds = files.filter((file) => /(^|\/)feed\.xml$/.test(file));
      expect(feeds.length).toBeGreaterThanOrEqual(19);
      expect(await xmlFaults('atom.rng', named(feeds))).toEqual([]);
      for (const feed of feeds) expect(text(feed)).toContain(`<link rel="self" type="application/atom+xml" href="${siteUrl}/${feed}"/>`);
      const entries = feeds.map((feed) => text(feed).match(/<entry>/g)?.length ?? 0);
      expect(Math.max(...entries)).toBe(20);
    });

    test.each([
      ['an author without a name', (feed: string) => feed.replace(/<name>[^<]+<\/name>/, '<name> </name>')],
      ['a moment without its zone', (feed: string) => feed.replace(/(<updated>[^<]+)Z</, '$1<')],
      ['an entry that leads nowhere', (feed: string) => feed.replace(/(<entry>[^]*?)<link [^>]*>/, '$1')],
      ['no identity', (feed: string) => feed.replace(/<id>[^<]+<\/id>/, '')],
    ])('with %s are refused', async (_what, spoil) => {
      const spoilt = spoil(text('feed.xml'));
      expect(spoilt).not.toBe(text('feed.xml'));
      expect((await xmlFaults('atom.rng', [{ fileName: 'feed.xml', contents: spoilt }])).length).toBeGreaterThan(0);
    });
  });

  describe('sitemaps', () => {
    const addresses = (file: string): string[] => [...text(file).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!);
    const fileOf = (address: string): string => address.slice(siteUrl.length + 1).replace(/(^|\/)$/, '$1index.html');

    test('are valid, all named in the index, and lead to every page that is for search engines and to no other', async () => {
      const maps = files.filter((file) => /^map-.*\.xml$/.test(file));
      expect(await xmlFaults('sitemap.xsd', named(['sitemap-index.xml', ...maps]))).toEqual([]);
      expect(addresses('sitemap-index.xml').map(fileOf).sort()).toEqual(maps);
      const listed = maps.flatMap(addresses).map(fileOf).sort();
      const indexable = files.filter((file) => file.endsWith('.html') && !text(file).includes('<meta name="robots" content="noindex"'));
      expect(listed).toEqual(indexable);
      expect(text('robots.txt')).toBe(`User-agent: *\nDisallow: /search/?\nSitemap: ${siteUrl}/sitemap-index.xml\n`);
    });

    test('with an address twice, or a date that is none, are refused', async () => {
      const map = text('map-pages-0.xml');
      const twice = map.replace(/<url>.*?<\/url>/, (url) => url + url);
      const wrong = map.replace(/<lastmod>[^<]+</, '<lastmod>昨天<');
      for (const contents of [twice, wrong]) {
        expect(contents).not.toBe(map);
        expect((await xmlFaults('sitemap.xsd', [{ fileName: 'map.xml', contents }])).length).toBeGreaterThan(0);
      }
    });
  });

  /** Pages of documents, without the notices that stand where one was moved or withdrawn. */
  const documentPages = (): string[] =>
    files.filter((file) => /^[a-z]+\/\d{6}\/[0-9a-z]{10}\.html$/.test(file) && !text(file).includes('<meta name="robots" content="noindex"'));

  describe('open data', () => {
    const validators = () => {
      const ajv = new Ajv2020.default({ strict: false, allErrors: true });
      addFormats.default(ajv);
      for (const schema of files.filter((file) => file.endsWith('.schema.json'))) ajv.addSchema(JSON.parse(text(schema)) as object);
      return (value: { $schema: string }): string[] => {
        const validate = ajv.getSchema(value.$schema);
        if (!validate) return [`no schema ${value.$schema}`];
        return validate(value) ? [] : validate.errors!.map((error) => `${error.instancePath} ${error.message}`);
      };
    };

    test('every JSON file names its schema, which stands at its own address, and obeys it', () => {
      const schemas = files.filter((file) => file.endsWith('.schema.json'));
      for (const schema of schemas) {
        const { $id, $schema } = JSON.parse(text(schema)) as { $id: string; $schema: string };
        expect({ $id, $schema }).toEqual({ $id: `${siteUrl}/${schema}`, $schema: 'https://json-schema.org/draft/2020-12/schema' });
      }
      const faults = validators();
      const data = files.filter((file) => file.endsWith('.json') && !schemas.includes(file) && /^(gy\/shuju|(?!search\/)[a-z]+)\/[^/]+\.json$/.test(file));
      expect(data.length).toBeGreaterThan(40);
      expect(data.flatMap((file) => faults(JSON.parse(text(file)) as { $schema: string }).map((fault) => `${file}: ${fault}`))).toEqual([]);
    });

    test('a field too much, an empty title or a wrong hash is found', () => {
      const file = files.find((each) => /^zcwj\/\d{6}\.json$/.test(each))!;
      const faults = validators();
      const spoil = (change: object): number => {
        const month = JSON.parse(text(file)) as { $schema: string; documents: object[] };
        Object.assign(month.documents[0]!, change);
        return faults(month).length;
      };
      expect([{ secret: 1 }, { title: '' }, { contentHash: 'abc' }, { publishedAt: '2026-11-01' }].map(spoil)).toEqual([1, 1, 1, expect.any(Number)]);
      expect(spoil({ publishedAt: '2026-11-01' })).toBeGreaterThan(0);
      expect(spoil({})).toBe(0);
    });

    test('every document is in one month file and one table, and every file it names is there', () => {
      const months = files.filter((file) => /^[a-z]+\/\d{6}\.json$/.test(file));
      const documents = months.flatMap(
        (file) => (JSON.parse(text(file)) as { documents: { url: string; bodyHtml: string; attachments: { url: string }[] }[] }).documents,
      );
      const pages = documentPages();
      expect(documents.map(({ url }) => url.slice(siteUrl.length + 1)).sort()).toEqual(pages);
      expect(documents.filter(({ bodyHtml }) => bodyHtml.includes('asset:'))).toEqual([]);
      const named = documents.flatMap(({ attachments }) => attachments.map(({ url }) => url.slice(siteUrl.length + 1)));
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((file) => !files.includes(file))).toEqual([]);
      const rows = months.map((file) => parse(text(file.replace('.json', '.csv')), { columns: true, bom: true }) as Record<string, string>[]);
      expect(rows.flat().map((row) => row['网址']!.slice(siteUrl.length + 1)).sort()).toEqual(pages);
    });

    test("figures of the statistics' tables add up to the documents that are there", () => {
      const pages = documentPages().length;
      for (const table of ['tj/columns.csv', 'tj/departments.csv']) {
        const rows = parse(text(table), { columns: true, bom: true }) as Record<string, string>[];
        expect(rows.reduce((sum, row) => sum + Number(row['发布条数']), 0)).toBe(pages);
      }
      expect((parse(text('tj/freshness.csv'), { columns: true, bom: true }) as unknown[]).length).toBe(18);
    });
  });

  describe('pages say what they are', () => {
    const SITE_TAGS = ['SiteName', 'SiteDomain', 'SiteIDCode', 'Description'];
    const COLUMN_TAGS = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
    const ARTICLE_TAGS = ['ArticleTitle', 'PubDate', 'ContentSource', 'Url'];
    const GRAPH_TAGS = ['og:title', 'og:type', 'og:url', 'og:site_name', 'og:description'];

    function metaOf(html: string): Map<string, string> {
      return new Map([...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [name!, content!]));
    }

    /** Names of tags that are missing, empty or say nothing. */
    function missing(file: string, html: string): string[] {
      const meta = metaOf(html);
      const noindex = meta.get('robots') === 'noindex';
      const article = /^[a-z]+\/\d{6}\/[0-9a-z]{10}\.html$/.test(file) && !noindex;
      const wanted = [...SITE_TAGS, ...GRAPH_TAGS, ...(noindex ? [] : COLUMN_TAGS), ...(article ? ARTICLE_TAGS : [])];
      return [
        ...wanted.filter((name) => !meta.has(name)),
        ...[...meta].filter(([, content]) => /^\s*(null|undefined|NaN)?\s*$/i.test(content)).map(([name]) => name),
        ...(article && !/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(meta.get('PubDate') ?? '') ? ['PubDate'] : []),
        ...(meta.get('SiteDomain') === new URL(siteUrl).host ? [] : ['SiteDomain']),
      ];
    }

    function graphOf(html: string): { '@type': string }[] {
      const block = /<script type="application\/ld\+json">([^<]+)<\/script>/.exec(html)?.[1];
      return block === undefined ? [] : (JSON.parse(block) as { '@graph': { '@type': string }[] })['@graph'];
    }

    test("the convention's tags are complete and say something on every page", () => {
      const pages = files.filter((file) => file.endsWith('.html'));
      expect(pages.flatMap((file) => missing(file, text(file)).map((name) => `${file}: ${name}`))).toEqual([]);
    });

    test('a page with an empty, a null or no tag is noticed', () => {
      const html = text('xxgk/index.html');
      expect(missing('xxgk/index.html', html)).toEqual([]);
      const spoilt = html.replace(/(name="ColumnName" content=")[^"]*/, '$1null').replace(/<meta name="ColumnType"[^>]*>/, '');
      expect(missing('xxgk/index.html', spoilt)).toEqual(['ColumnType', 'ColumnName']);
    });

    test('in the words of schema.org too: each kind of page its own', () => {
      const types = new Map<string, number>();
      for (const file of files.filter((each) => each.endsWith('.html')))
        for (const { '@type': type } of graphOf(text(file))) types.set(type, (types.get(type) ?? 0) + 1);
      expect([...types.keys()]).toEqual(
        expect.arrayContaining(['GovernmentOrganization', 'WebSite', 'BreadcrumbList', 'NewsArticle', 'Legislation', 'Article', 'Dataset']),
      );
      const pages = files.filter((file) => file.endsWith('.html') && file !== 'index.html' && !text(file).includes('content="noindex"'));
      expect(types.get('BreadcrumbList')).toBe(pages.length);
    });

    test('browsers are offered the search, researchers of faults an address', async () => {
      expect(text('index.html')).toContain('<link rel="search" type="application/opensearchdescription+xml"');
      expect(await xmlFaults('opensearch.rng', named(['opensearch.xml']))).toEqual([]);
      const spoilt = text('opensearch.xml').replace(/<ShortName>.*?<\/ShortName>/, '');
      expect((await xmlFaults('opensearch.rng', [{ fileName: 'o.xml', contents: spoilt }])).length).toBeGreaterThan(0);
      const security = text('.well-known/security.txt');
      expect(security.split('\n').filter((line) => line.startsWith(`Contact: ${siteUrl}/`))).toHaveLength(1);
      expect(security.match(/^Expires: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/gm)).toHaveLength(1);
    });
  });
};
