import type { PublicDocument } from '../contract/index.ts';
import { hrefOf } from '../plan/addresses.ts';
import { topicFile, TOPICS } from '../plan/rooms.ts';
import { SiteError } from '../replica/errors.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { bodyHtml } from './body.ts';
import { dayOf } from './dates.ts';
import { attachmentLine } from './files.ts';
import { frameOf, HOME_LINK } from './frame.ts';
import { columnHref, documentHref } from './lists.ts';
import { plainItem } from './lists-of-rooms.ts';
import { roomTags } from './meta-tags.ts';
import type { Link } from './types.ts';
import type { TopicCard, TopicPage, TopicsPage } from './types-of-rooms.ts';

export const TOPICS_LINK: Link = { href: hrefOf(TOPICS), text: '热点专题' };
/** Newest documents of a topic's section. */
const NEWEST_IN_SECTION = 8;

export function topicCard(document: PublicDocument): TopicCard {
  const { particulars, title, summary, publishedAt } = document;
  const topic = particulars?.type === 'topic' ? particulars : null;
  return {
    href: topic ? hrefOf(topicFile(topic.code)) : documentHref(document),
    text: title,
    summary,
    date: publishedAt === null ? null : dayOf(publishedAt),
    closed: topic?.closed ?? false,
  };
}

export function topicsPage(r: ReplicaReader): TopicsPage {
  const cards = r.rooms.topics().map(topicCard);
  return {
    frame: frameOf(r, {
      title: TOPICS_LINK.text,
      href: TOPICS_LINK.href,
      section: 'disclosure',
      meta: roomTags(TOPICS_LINK.text, '回应关切', '围绕一件事汇集各栏目的文件、解读、公告和进展'),
    }),
    open: cards.filter(({ closed }) => !closed),
    closed: cards.filter(({ closed }) => closed),
  };
}

/** @throws SiteError `NOT_FOUND`, `FILE_MISSING` */
export function topicPage(r: ReplicaReader, code: string): TopicPage {
  const document = r.rooms.topic(code);
  const topic = document?.particulars;
  if (!document || topic?.type !== 'topic') throw new SiteError('NOT_FOUND', `没有专题 ${code}`, '重新生成计划');
  const href = hrefOf(topicFile(code));
  return {
    frame: frameOf(r, {
      title: document.title,
      href,
      section: 'disclosure',
      breadcrumb: [HOME_LINK, TOPICS_LINK, { href, text: document.title }],
      meta: roomTags(document.title, '回应关切', document.summary.trim() === '' ? `${document.title}专题` : document.summary),
    }),
    title: document.title,
    summary: document.summary,
    closed: topic.closed,
    body: bodyHtml(document),
    attachments: document.attachments.map((file) => attachmentLine(document, file)),
    source: { href: documentHref(document), text: '本专题的发布信息' },
    sections: topic.sections.flatMap(({ heading, column, keyword }) => {
      if (!r.column(column)) return [];
      const cards = keyword === '' ? r.newestOfColumn(column, NEWEST_IN_SECTION) : r.rooms.newestWithWord(column, keyword, NEWEST_IN_SECTION);
      // The topic itself says nothing as an item of its own section.
      const items = cards.filter(({ id }) => id !== document.id).map(plainItem);
      return [{ heading, more: moreOf(r, column, keyword), items }];
    }),
  };
}

const moreOf = (r: ReplicaReader, column: string, keyword: string): Link =>
  keyword === ''
    ? { href: columnHref(column), text: r.column(column)!.name }
    : { href: `/search/?q=${encodeURIComponent(keyword)}&column=${column}`, text: `在${r.column(column)!.name}中查找` };
