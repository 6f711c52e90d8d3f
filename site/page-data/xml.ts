/** The two XML forms that no page template writes: an Atom feed (RFC 4287) and the index of the sitemaps (sitemaps.org). */
import type { SitemapEntry } from './sitemap.ts';
import { SITE } from './site.ts';
import type { AtomFeed } from './types.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// Characters that XML 1.0 forbids even escaped; one of them in a pasted title would make the whole feed unreadable.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const text = (value: string): string => value.replaceAll(FORBIDDEN, '').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!);

export function atomXml(feed: AtomFeed): string {
  const entries = feed.entries.map(
    (entry) => `<entry>
<id>${text(entry.id)}</id>
<title>${text(entry.title)}</title>
<link rel="alternate" type="text/html" href="${text(entry.href)}"/>
<published>${entry.published}</published>
<updated>${entry.updated}</updated>
<author><name>${text(entry.source)}</name></author>
<category term="${text(entry.category.term)}"${entry.category.label === undefined ? '' : ` label="${text(entry.category.label)}"`}/>${entry.summary.trim() === '' ? '' : `\n<summary>${text(entry.summary)}</summary>`}
</entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${text(feed.id)}</id>
<title>${text(feed.title)}</title>
<subtitle>${text(feed.subtitle)}</subtitle>
<link rel="self" type="application/atom+xml" href="${text(feed.self)}"/>
<link rel="alternate" type="text/html" href="${text(feed.alternate)}"/>
<updated>${feed.updated}</updated>
<author><name>${text(SITE.name)}</name></author>
${entries.join('')}</feed>
`;
}

/** OpenSearch 1.1: lets a browser search here from its own address line. The search page finds by the question in its address. */
export function openSearchXml(siteUrl: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>孝感政府网（演示）</ShortName>
<Description>${text(`在${SITE.name}查找公开信息`)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>zh-CN</Language>
<Image width="16" height="16" type="image/svg+xml">${text(siteUrl)}/favicon.svg</Image>
<Url type="text/html" method="get" template="${text(siteUrl)}/search/?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${text(siteUrl)}/opensearch.xml"/>
</OpenSearchDescription>
`;
}

export function sitemapIndexXml(entries: SitemapEntry[]): string {
  const lines = entries.map(
    ({ url, lastmod }) =>
      `<sitemap><loc>${text(url)}</loc>${lastmod === null ? '' : `<lastmod>${lastmod}</lastmod>`}</sitemap>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('')}</sitemapindex>
`;
}
