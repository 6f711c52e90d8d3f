import { hrefOf, TEXT_NAMES, textFile, type TextName } from '../plan/addresses.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { frameOf, HOME_LINK } from './frame.ts';
import { siteMapHtml } from './site-map.ts';
import { TEXTS } from './texts.ts';
import type { TextPage } from './types.ts';

/** A page about the site: `/gy/<name>.html`. @throws SiteError `NOT_FOUND` */
export function textPage(r: ReplicaReader, name: string): TextPage {
  if (!(TEXT_NAMES as readonly string[]).includes(name)) {
    throw new SiteError('NOT_FOUND', `没有页面 /gy/${name}.html`, '页面的名称见 site/plan/addresses.ts');
  }
  const known = name as TextName;
  const { heading, html } = known === 'sitemap' ? { heading: '网站地图', html: siteMapHtml(r) } : TEXTS[known];
  const href = hrefOf(textFile(known));
  return {
    frame: frameOf(r, { title: heading, href, section: 'about', breadcrumb: [HOME_LINK, { href, text: heading }] }),
    heading,
    html,
  };
}
