import type { ReplicaReader } from '../replica/reader.ts';
import { metaTags } from './meta-tags.ts';
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
}

/** The frame around a page. @throws SiteError `EMPTY_META` */
export function frameOf(r: ReplicaReader, input: FrameInput): Frame {
  return {
    title: input.title,
    canonical: r.siteUrl + input.href,
    meta: metaTags(r.siteUrl, input.meta ?? {}),
    breadcrumb: input.breadcrumb ?? [HOME_LINK, { href: input.href, text: input.title }],
    section: input.section,
    feeds: input.feeds ?? [],
    robots: input.robots ?? 'index',
  };
}
