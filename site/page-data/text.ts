import { hrefOf, TEXT_NAMES, textFile, type TextName } from '../plan/addresses.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { frameOf, HOME_LINK } from './frame.ts';
import { roomTags } from './meta-tags.ts';
import { siteMapHtml } from './site-map.ts';
import { TEXTS } from './texts.ts';
import type { TextPage } from './types.ts';

const SITE_MAP = { heading: '网站地图', description: '本站的全部栏目、部门机构、统计和数据，以及关于网站的页面' };

/** A page about the site: `/gy/<name>.html`. @throws SiteError `NOT_FOUND` */
export function textPage(r: ReplicaReader, name: string): TextPage {
  if (!(TEXT_NAMES as readonly string[]).includes(name)) {
    throw new SiteError('NOT_FOUND', `没有页面 /gy/${name}.html`, '页面的名称见 site/plan/addresses.ts');
  }
  const known = name as TextName;
  const { heading, description, html } = known === 'sitemap' ? { ...SITE_MAP, html: siteMapHtml(r) } : TEXTS[known];
  const href = hrefOf(textFile(known));
  return {
    frame: frameOf(r, {
      title: heading,
      href,
      section: 'about',
      breadcrumb: [HOME_LINK, { href, text: heading }],
      meta: roomTags(heading, '概况信息', description),
    }),
    heading,
    html,
  };
}
