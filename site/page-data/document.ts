import type { Column, PublicDocument } from '../contract/index.ts';
import { approvedFile, documentFile, formerColumns, hrefOf } from '../plan/addresses.ts';
import { SiteError } from '../replica/errors.ts';
import type { Card } from '../replica/card.ts';
import type { RelationKind, ReplicaReader } from '../replica/reader.ts';
import { bodyHtml } from './body.ts';
import { columnFeedLink, columnTrail, sectionOf, standingColumn } from './column.ts';
import { datasetView } from './dataset.ts';
import { dayOf, longDay, minuteOf } from './dates.ts';
import { attachmentLine, fileHref } from './files.ts';
import { frameOf } from './frame.ts';
import { formOfCard, formName } from './interpretation.ts';
import { qrOf } from './qr.ts';
import { documentHref, documentLink, validityMark } from './lists.ts';
import { columnTags } from './meta-tags.ts';
import { movedNotice, withdrawnNotice } from './notice.ts';
import { bodyWithoutPortrait } from './particulars/people.ts';
import { particularsView } from './particulars/view.ts';
import { descriptionOf, documentData } from './structured-data.ts';
import type { DocumentPage, Frame, Link, NoticePage } from './types.ts';

/**
 * What stands at a document's address: the document; a notice that leads on, where it was moved; a notice that it was withdrawn.
 *
 * @throws SiteError `NOT_FOUND`, `EMPTY_META`, `FILE_MISSING`
 */
export function documentAt(
  r: ReplicaReader,
  column: string,
  month: string,
  id: string,
): { type: 'document'; page: DocumentPage } | { type: 'notice'; page: NoticePage } {
  const href = hrefOf(documentFile({ column, month, id }));
  const document = r.document(id);
  if (document && document.month === month) {
    if (document.column === column) return { type: 'document', page: documentPage(r, document) };
    if (formerColumns(document).includes(column)) return { type: 'notice', page: movedNotice(r, href, document) };
  }
  const withdrawal = r.withdrawal(id);
  if (withdrawal) return { type: 'notice', page: withdrawnNotice(r, href, withdrawal.kind) };
  throw new SiteError('NOT_FOUND', `地址 ${href} 没有公开的内容`, '重新生成计划');
}

export function documentPage(r: ReplicaReader, document: PublicDocument): DocumentPage {
  const column = standingColumn(r, document.column);
  const official = column.kind === 'official' || document.documentNumber !== '';
  return {
    frame: documentFrame(r, document, column),
    title: document.title,
    kind: column.kind,
    box: box(r, document, official),
    banner: banner(r, document),
    body: bodyHtml({ ...document, body: bodyWithoutPortrait(document) }),
    official,
    published: document.publishedAt === null ? null : dayOf(document.publishedAt),
    source: document.source,
    dataset: datasetView(document),
    above: above(r, document),
    attachments: document.attachments.map((file) => attachmentLine(document, file)),
    related: related(r, document),
    corrections: document.corrections.map(({ at, reason }) => ({ date: dayOf(at), reason })),
    event: document.event,
    contentHash: document.contentHash,
    approved: hrefOf(approvedFile(document)),
    particulars: particularsView(r, document),
    qr: qrOf(r.siteUrl + documentHref(document)),
  };
}

function documentFrame(r: ReplicaReader, document: PublicDocument, column: Column): Frame {
  const href = documentHref(document);
  return frameOf(r, {
    title: document.title,
    href,
    section: sectionOf(column),
    breadcrumb: [...columnTrail(column), { href, text: '正文' }],
    meta: {
      ...columnTags(column),
      ArticleTitle: document.title,
      // A document without a date of its own is dated by the moment it was released here: the tag may not be missing.
      PubDate: minuteOf(document.publishedAt ?? document.updatedAt),
      ContentSource: document.source,
      ...(document.keywords.length > 0 && { Keywords: document.keywords.join(',') }),
      ...(document.author.trim() !== '' && { Author: document.author }),
      Description: descriptionOf(document),
      Url: r.siteUrl + href,
    },
    feeds: [columnFeedLink(column)],
    image: pictureOf(document),
    structuredData: [documentData(r, document, column)],
  });
}

/** The first picture of the text, in its largest size. */
function pictureOf(document: PublicDocument): string | undefined {
  const widest = document.images[0]?.renditions.at(-1);
  return widest && fileHref(document, widest);
}

/** Rows in the order of the convention (gov.cn): 索引号、主题分类、发文机关、成文日期、发文字号、发布日期、有效性 …; what is empty is left out. */
function box(r: ReplicaReader, document: PublicDocument, official: boolean): DocumentPage['box'] {
  const published = document.publishedAt === null ? '' : longDay(dayOf(document.publishedAt));
  const department = r.department(document.department)?.name ?? '';
  const validity = validityMark(document.validity);
  const particulars = document.particulars ?? null;
  const rows: DocumentPage['box'] = official
    ? [
        { label: '索引号', value: document.indexNumber ?? '' },
        { label: '主题分类', value: document.topicClass },
        { label: '发文机关', value: document.issuer || department },
        { label: '成文日期', value: document.writtenOn === null ? '' : longDay(document.writtenOn) },
        { label: '发文字号', value: document.documentNumber },
        { label: '发布日期', value: published },
        {
          label: '有效性',
          value: validity?.label ?? '',
          ...(validity && { mark: validity.code === 'valid' ? 'valid' : 'void' }),
        },
        { label: '体裁分类', value: document.genreClass },
        { label: '服务对象', value: document.audienceClass },
        { label: '公开方式', value: document.disclosure },
      ]
    : [
        { label: '发布日期', value: published },
        { label: '来源', value: document.source },
        { label: '发布机构', value: department === document.source ? '' : department },
        { label: '解读形式', value: particulars?.type === 'interpretation' ? formName(particulars.form)! : '' },
        { label: '统计时段', value: particulars?.type === 'dataset' ? particulars.period : '' },
        { label: '索引号', value: document.indexNumber ?? '' },
      ];
  return rows.filter(({ value }) => value.trim() !== '');
}

function banner(r: ReplicaReader, document: PublicDocument): DocumentPage['banner'] {
  if (document.validity !== 'invalid' && document.validity !== 'repealed') return null;
  const links = incomingLinks(r, document, 'repeals');
  const text = document.validity === 'invalid' ? '本文件已失效，仅供查阅。' : '本文件已废止，仅供查阅。';
  return { text: links.length > 0 ? `${text}废止依据：` : text, links };
}

/** A policy and its interpretations belong together: each says so before its text. */
function above(r: ReplicaReader, document: PublicDocument): DocumentPage['above'] {
  const interprets = namedLinks(r, document.relations.interprets).map((link) => ({ ...link, form: null }));
  if (interprets.length > 0) return { heading: '解读的文件', links: interprets };
  const links = interpretationsOf(r, document.id).map((card) => ({ ...documentLink(card), form: formOfCard(card) }));
  return links.length > 0 ? { heading: '相关解读', links } : null;
}

const interpretationsOf = (r: ReplicaReader, id: string): Card[] =>
  r.incoming(id).flatMap(({ kind, card }) => (kind === 'interprets' ? [card] : []));

/** Both ways: what it names, and what names it. */
function related(r: ReplicaReader, document: PublicDocument): DocumentPage['related'] {
  const { amends, repeals } = document.relations;
  return [
    { heading: '本文件修改', links: namedLinks(r, amends) },
    { heading: '修改本文件', links: incomingLinks(r, document, 'amends') },
    { heading: '本文件废止', links: namedLinks(r, repeals) },
    { heading: '废止本文件', links: incomingLinks(r, document, 'repeals') },
  ].filter(({ links }) => links.length > 0);
}

function namedLinks(r: ReplicaReader, ids: string[]): Link[] {
  return ids.flatMap((id) => {
    const card = r.card(id);
    return card && r.column(card.column) ? [documentLink(card)] : [];
  });
}

function incomingLinks(r: ReplicaReader, document: PublicDocument, kind: RelationKind): Link[] {
  return r
    .incoming(document.id)
    .filter((incoming) => incoming.kind === kind)
    .map(({ card }) => documentLink(card));
}
