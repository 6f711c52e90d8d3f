import { hrefOf } from '../plan/addresses.ts';
import { FEED } from '../plan/machine-readable.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { metaTags, roomTags } from './meta-tags.ts';
import { SITE } from './site.ts';
import { breadcrumbData, type StructuredData } from './structured-data.ts';
import type { Frame, Link, MetaTags } from './types.ts';

export const HOME_LINK: Link = { href: '/', text: '首页' };
export const HALL_LINK: Link = { href: '/xxgk/', text: '信息公开' };

interface FrameInput {
  title: string;
  /** Address on the site, with the slash in front. */
  href: string;
  section: Frame['section'];
  /** From the home page down, both ends included; empty on the home page. */
  breadcrumb?: Link[];
  meta?: Omit<MetaTags, 'SiteName' | 'SiteDomain' | 'SiteIDCode'>;
  feeds?: Link[];
  robots?: Frame['robots'];
  /** Address of a picture that stands for the page where it is shared, with the slash in front. */
  image?: string | undefined;
  /** What the page is about, in the words of schema.org; the breadcrumb comes by itself. */
  structuredData?: StructuredData[];
}

const FEED_OF_ALL: Link = { href: hrefOf(FEED), text: '全站最新公开（订阅）' };

/**
 * The frame around a page. A page for search engines always has the tags of a column: without its own it is a room of the site's.
 *
 * @throws SiteError `EMPTY_META`
 */
export function frameOf(r: ReplicaReader, input: FrameInput): Frame {
  const robots = input.robots ?? 'index';
  const breadcrumb = input.breadcrumb ?? [HOME_LINK, { href: input.href, text: input.title }];
  const room = robots === 'index' ? roomTags(input.title, '概况信息', `${input.title} - ${SITE.name}`) : {};
  const meta = { ...room, ...input.meta };
  return {
    title: input.title,
    canonical: r.siteUrl + input.href,
    meta: metaTags(r.siteUrl, { ...meta, Description: meta.Description ?? meta.ColumnDescription ?? input.title }),
    breadcrumb,
    section: input.section,
    feeds: [...(input.feeds ?? []), FEED_OF_ALL],
    robots,
    image: input.image === undefined ? null : r.siteUrl + input.image,
    structuredData: [...(input.structuredData ?? []), ...(robots === 'index' ? breadcrumbData(r.siteUrl, breadcrumb) : [])],
  };
}
