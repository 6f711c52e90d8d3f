import type { PublicDocument, Withdrawal } from '../contract/index.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { frameOf, HOME_LINK } from './frame.ts';
import { documentHref } from './lists.ts';
import type { Frame, NoticePage } from './types.ts';

// Notices name no column: its code is in the address, and a renamed column would have to render all notices of its past.
function noticeFrame(r: ReplicaReader, href: string, heading: string): Frame {
  return frameOf(r, { title: heading, href, section: null, breadcrumb: [HOME_LINK, { href, text: heading }], robots: 'noindex' });
}

/** At the address of a withdrawn document, sent with 410: neither title nor reason, which may be what had to go. */
export function withdrawnNotice(r: ReplicaReader, href: string, kind: Withdrawal['kind']): NoticePage {
  const expired = kind === 'expired';
  const heading = expired ? '信息已到期下线' : '信息已撤回';
  return {
    frame: noticeFrame(r, href, heading),
    heading,
    text: expired ? '您访问的信息公开期限已满，按计划下线。' : '您访问的信息已经撤回，不再公开。',
    target: null,
  };
}

/** At the address a document had before it was moved to another column. */
export function movedNotice(r: ReplicaReader, href: string, document: PublicDocument): NoticePage {
  return {
    frame: { ...noticeFrame(r, href, '信息已移到其他栏目'), canonical: r.siteUrl + documentHref(document) },
    heading: '信息已移到其他栏目',
    text: '您访问的信息调整了栏目，内容没有变化。',
    target: { href: documentHref(document), text: document.title },
  };
}

/** Served with 404 at every address that is not there. */
export function notFoundPage(r: ReplicaReader): NoticePage {
  return {
    frame: noticeFrame(r, '/404.html', '没有找到这个页面'),
    heading: '没有找到这个页面',
    text: '地址可能有误，或者页面已经调整。',
    target: null,
  };
}
