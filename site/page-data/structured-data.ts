/**
 * What a page says of itself in the words of schema.org, for search engines. A block of data, never run: the content security policy
 * has nothing to say of it. Only what the page itself prints may stand here, since both are rendered for the same reasons.
 */
import type { Column, PublicDocument } from '../contract/index.ts';
import { textOfHtml } from '../search/html-text.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { documentHref } from './lists.ts';
import { SITE } from './site.ts';
import type { Link } from './types.ts';

export interface StructuredData {
  '@type': string;
  [property: string]: unknown;
}

const FORCE = { valid: 'InForce', invalid: 'NotInForce', repealed: 'NotInForce' } as const;
/** Signs of a description; search engines show about as many. */
const DESCRIPTION_SIGNS = 120;

/** Way from the home page down. */
export function breadcrumbData(siteUrl: string, trail: Link[]): StructuredData[] {
  if (trail.length === 0) return [];
  const itemListElement = trail.map(({ href, text }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: text,
    item: siteUrl + href,
  }));
  return [{ '@type': 'BreadcrumbList', itemListElement }];
}

/** The government whose site this is, and the site with its search. */
export function homeData(siteUrl: string): StructuredData[] {
  const organization = `${siteUrl}/#organization`;
  return [
    { '@type': 'GovernmentOrganization', '@id': organization, name: '孝感市人民政府（演示）', url: `${siteUrl}/`, areaServed: '孝感市' },
    {
      '@type': 'WebSite',
      name: SITE.name,
      url: `${siteUrl}/`,
      description: SITE.description,
      inLanguage: 'zh-CN',
      publisher: { '@id': organization },
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/search/?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
  ];
}

/** A document by what it is: news, an official document, figures, a person; everything else is an article. */
export function documentData(r: ReplicaReader, document: PublicDocument, column: Column): StructuredData {
  const url = r.siteUrl + documentHref(document);
  const particulars = document.particulars ?? null;
  const department = r.department(document.department)?.name;
  const dated = {
    ...(document.publishedAt !== null && { datePublished: document.publishedAt }),
    dateModified: document.updatedAt,
  };
  if (particulars?.type === 'person') {
    const worksFor = { '@type': 'GovernmentOrganization', name: particulars.group };
    return { '@type': 'Person', name: document.title, url, jobTitle: particulars.post, worksFor };
  }
  const publisher = { '@type': 'GovernmentOrganization', name: department ?? SITE.name };
  if (particulars?.type === 'dataset') {
    return {
      '@type': 'Dataset',
      name: document.title,
      url,
      description: particulars.definition,
      variableMeasured: particulars.heads.slice(1),
      creator: publisher,
      ...dated,
    };
  }
  if (document.documentNumber !== '' && (column.kind === 'official' || document.validity !== null)) {
    return { ...legislation(r, document), url, legislationPassedBy: { ...publisher, name: document.issuer || publisher.name }, ...dated };
  }
  return {
    '@type': column.kind === 'news' ? 'NewsArticle' : 'Article',
    headline: document.title,
    url,
    author: { '@type': 'Organization', name: document.source },
    publisher,
    ...(document.relations.interprets.length > 0 && { about: addressesOf(r, document.relations.interprets) }),
    ...dated,
  };
}

function legislation(r: ReplicaReader, document: PublicDocument): StructuredData {
  const { amends, repeals } = document.relations;
  return {
    '@type': 'Legislation',
    name: document.title,
    legislationIdentifier: document.documentNumber,
    ...(document.writtenOn !== null && { legislationDate: document.writtenOn }),
    ...(document.validity !== null && { legislationLegalForce: `https://schema.org/${FORCE[document.validity]}` }),
    ...(amends.length > 0 && { legislationChanges: addressesOf(r, amends) }),
    ...(repeals.length > 0 && { legislationRepeals: addressesOf(r, repeals) }),
  };
}

/** Addresses of those that are public. */
export function addressesOf(r: ReplicaReader, ids: string[]): string[] {
  return ids.flatMap((id) => {
    const card = r.card(id);
    return card && r.column(card.column) ? [r.siteUrl + documentHref(card)] : [];
  });
}

/** What a document's page says it is about: its summary, else the beginning of its text; its title where it has neither. */
export function descriptionOf(document: PublicDocument): string {
  const said = document.summary.trim() || textOfHtml(document.body).trim() || document.title;
  const signs = [...said.replaceAll(/\s+/g, ' ')];
  return signs.length <= DESCRIPTION_SIGNS ? signs.join('') : `${signs.slice(0, DESCRIPTION_SIGNS - 1).join('')}…`;
}

/** Text of the block. `<` is escaped, so that no word of a title can end it. */
export function structuredDataText(graph: StructuredData[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}
