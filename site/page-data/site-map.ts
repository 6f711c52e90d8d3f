import type { ReplicaReader } from '../replica/reader.ts';
import { departmentLink } from './column.ts';
import { HALL_LINK, HOME_LINK } from './frame.ts';
import { columnLink } from './lists.ts';
import { TEXTS } from './texts.ts';
import type { Link } from './types.ts';

/** Every room of the site, for people: columns, departments, pages about the site. */
export function siteMapHtml(r: ReplicaReader): string {
  return [
    section('网站', [HOME_LINK, HALL_LINK, { href: '/bm/', text: '部门机构' }, { href: '/search/', text: '搜索' }]),
    section('统计和数据', [
      { href: '/tj/', text: '统计数据' },
      { href: '/gy/shuju.html', text: '开放数据' },
      { href: '/gy/nianbao/', text: '网站工作年度报表' },
      { href: '/feed.xml', text: '全站订阅（Atom）' },
    ]),
    section('栏目', r.columns().map(columnLink)),
    section(
      '部门机构',
      r.departments().map(({ code }) => departmentLink(r, code)),
    ),
    section(
      '关于网站',
      Object.entries(TEXTS).map(([name, { heading }]) => ({ href: `/gy/${name}.html`, text: heading })),
    ),
  ].join('\n');
}

function section(heading: string, links: Link[]): string {
  if (links.length === 0) return '';
  const items = links.map(({ href, text }) => `<li><a href="${escape(href)}">${escape(text)}</a></li>`);
  return `<h2>${heading}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]!);
