/** Open data by column and month: what a program finds at `/<code>/<yyyymm>.json` and `.csv`, and the lists that lead there. */
import type { Column, PublicDocument } from '../contract/index.ts';
import { columnFile, feedFile, furtherColumns, hrefOf } from '../plan/addresses.ts';
import { DATA_INDEX, monthDataFile, monthsDataFile, monthTableFile, OPEN_DATA } from '../plan/machine-readable.ts';
import { textOfHtml } from '../search/html-text.ts';
import { SiteError } from '../replica/errors.ts';
import type { OwnMonth, ReplicaReader } from '../replica/reader.ts';
import { standingColumn } from './column.ts';
import { csvOf } from './csv.ts';
import { dayOf, minuteOf, monthName } from './dates.ts';
import { fileHref } from './files.ts';
import { frameOf, HOME_LINK } from './frame.ts';
import { documentHref, validityMark } from './lists.ts';
import { roomTags } from './meta-tags.ts';
import { documentFields, schemaAddress, type OpenColumns, type OpenDocument, type OpenMonth, type OpenMonths } from './open-data-schema.ts';
import { addressesOf } from './structured-data.ts';
import type { Frame, Link } from './types.ts';

/** Months of a column that the page about the data leads to; the others are in the column's own list. */
const MONTHS_ON_PAGE = 3;

const licence = (siteUrl: string): string => `${siteUrl}${hrefOf(OPEN_DATA)}#licence`;
const named = ({ code, name }: Column): { code: string; name: string } => ({ code, name });
const said = (text: string): string | null => (text.trim() === '' ? null : text);

/** One column's own documents of one month, whole. @throws SiteError `NOT_FOUND` */
export function openMonth(r: ReplicaReader, code: string, month: string): OpenMonth {
  const column = standingColumn(r, code);
  return {
    $schema: schemaAddress(r.siteUrl, 'month'),
    licence: licence(r.siteUrl),
    column: named(column),
    month,
    documents: ownDocuments(r, column, month).map((document) => openDocument(r, document, column)),
  };
}

function ownDocuments(r: ReplicaReader, column: Column, month: string): PublicDocument[] {
  const documents = r.documentsOfMonth(column.code, month);
  if (documents.length > 0) return documents;
  throw new SiteError('NOT_FOUND', `栏目 ${column.name} 在 ${monthName(month)} 没有公开的内容`, '重新生成计划');
}

export function openDocument(r: ReplicaReader, document: PublicDocument, column: Column): OpenDocument {
  const absolute = (file: { path: string }): string => r.siteUrl + fileHref(document, file);
  const { id, month, title, source, keywords, publishedAt, updatedAt, writtenOn, validity, event, contentHash } = document;
  const { interprets, amends, repeals } = document.relations;
  return {
    id,
    url: r.siteUrl + documentHref(document),
    title,
    column: named(column),
    furtherColumns: furtherColumns(document),
    month,
    department: { code: document.department, name: r.department(document.department)?.name ?? document.department },
    source,
    author: said(document.author),
    keywords,
    summary: said(document.summary),
    publishedAt,
    updatedAt,
    indexNumber: said(document.indexNumber ?? ''),
    issuer: said(document.issuer),
    documentNumber: said(document.documentNumber),
    writtenOn,
    topicClass: said(document.topicClass),
    genreClass: said(document.genreClass),
    audienceClass: said(document.audienceClass),
    validity,
    disclosure: said(document.disclosure),
    bodyHtml: withAddresses(r, document),
    bodyText: textOfHtml(document.body),
    attachments: document.attachments.map((file) => ({ name: file.name, ...fileFacts(file), url: absolute(file) })),
    images: document.images.map(({ alt, renditions }) => {
      const widest = renditions.at(-1)!;
      return { alt, width: widest.width, height: widest.height, ...fileFacts(widest), url: absolute(widest) };
    }),
    relations: { interprets: addressesOf(r, interprets), amends: addressesOf(r, amends), repeals: addressesOf(r, repeals) },
    corrections: document.corrections.map(({ at, reason }) => ({ at, reason })),
    particulars: document.particulars ?? null,
    inForce: document.inForce ?? false,
    event,
    contentHash,
  };
}

const fileFacts = ({ mediaType, bytes, sha256 }: { mediaType: string; bytes: number; sha256: string }) => ({ mediaType, bytes, sha256 });

/**
 * The approved text with addresses of its files. What it names and does not have stays as it is: such a document's page fails and sets
 * the document aside, and one document must not take the data of a whole month with it.
 */
function withAddresses(r: ReplicaReader, document: PublicDocument): string {
  return document.body.replaceAll(/(\s(?:src|href)=")asset:([0-9a-f]{64})"/g, (whole, before: string, sha256: string) => {
    const file =
      document.attachments.find((each) => each.sha256 === sha256) ??
      document.images.find((each) => each.sha256 === sha256)?.renditions.at(-1);
    return file ? `${before}${r.siteUrl}${fileHref(document, file)}"` : whole;
  });
}

const TABLE_HEADS = [
  '编号', '标题', '栏目', '发布机构', '来源', '索引号', '发文机关', '发文字号', '成文日期', '发布时间', '更新时间',
  '主题分类', '体裁分类', '服务对象', '有效性', '公开方式', '关键词', '内容概述', '附件数', '更正次数', '发布事件', '内容指纹', '网址',
];

/** The same documents as lines of a table: without text, files and relations. */
export function openMonthTable(r: ReplicaReader, code: string, month: string): string {
  const column = standingColumn(r, code);
  const rows = ownDocuments(r, column, month).map((document) => [
    document.id,
    document.title,
    column.name,
    r.department(document.department)?.name ?? document.department,
    document.source,
    document.indexNumber,
    document.issuer,
    document.documentNumber,
    document.writtenOn,
    document.publishedAt === null ? null : minuteOf(document.publishedAt),
    minuteOf(document.updatedAt),
    document.topicClass,
    document.genreClass,
    document.audienceClass,
    validityMark(document.validity)?.label ?? null,
    document.disclosure,
    document.keywords.join('；'),
    document.summary,
    document.attachments.length,
    document.corrections.length,
    document.event,
    document.contentHash,
    r.siteUrl + documentHref(document),
  ]);
  return csvOf(TABLE_HEADS, rows);
}

/** All months of a column with their files. @throws SiteError `NOT_FOUND` */
export function openMonths(r: ReplicaReader, code: string): OpenMonths {
  return {
    $schema: schemaAddress(r.siteUrl, 'months'),
    licence: licence(r.siteUrl),
    column: named(standingColumn(r, code)),
    months: r.ownMonthsOfColumn(code).map(({ month, documents, updated }) => ({
      month,
      documents,
      updated,
      json: `${r.siteUrl}/${monthDataFile(code, month)}`,
      csv: `${r.siteUrl}/${monthTableFile(code, month)}`,
    })),
  };
}

export function openColumns(r: ReplicaReader): OpenColumns {
  return {
    $schema: schemaAddress(r.siteUrl, 'columns'),
    licence: licence(r.siteUrl),
    updated: r.newestMoment(),
    columns: r.columns().map(({ code, name, kind }) => ({
      code,
      name,
      kind,
      url: r.siteUrl + hrefOf(columnFile(code)),
      documents: sumOf(r.ownMonthsOfColumn(code)),
      feed: `${r.siteUrl}/${feedFile(code)}`,
      months: `${r.siteUrl}/${monthsDataFile(code)}`,
    })),
  };
}

const sumOf = (months: OwnMonth[]): number => months.reduce((sum, { documents }) => sum + documents, 0);

export interface OpenDataPage {
  frame: Frame;
  /** Day of the newest release, `yyyy-mm-dd`; null while nothing is public. */
  updated: string | null;
  columns: {
    name: string;
    href: string;
    documents: number;
    feed: Link;
    list: Link;
    months: { text: string; json: string; csv: string }[];
  }[];
  index: Link;
  fields: { name: string; meaning: string }[];
  example: string;
}

export function openDataPage(r: ReplicaReader): OpenDataPage {
  const href = hrefOf(OPEN_DATA);
  const heading = '开放数据';
  const description = '按栏目和月份提供全部公开信息的 JSON 和 CSV 文件、字段说明、更新规则和使用条款';
  const newest = r.newestMoment();
  return {
    frame: frameOf(r, {
      title: heading,
      href,
      section: 'about',
      breadcrumb: [HOME_LINK, { href, text: heading }],
      meta: roomTags(heading, '数据开放', description),
      structuredData: [
        {
          '@type': 'Dataset',
          name: '孝感市政府信息公开数据（演示）',
          description: `${description}。演示数据，内容均为虚构，不代表任何机关。`,
          url: r.siteUrl + href,
          license: licence(r.siteUrl),
          isAccessibleForFree: true,
          inLanguage: 'zh-CN',
          creator: { '@id': `${r.siteUrl}/#organization` },
          distribution: { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${r.siteUrl}/${DATA_INDEX}` },
        },
      ],
    }),
    updated: newest === null ? null : dayOf(newest),
    columns: r.columns().map(({ code, name }) => {
      const months = r.ownMonthsOfColumn(code);
      return {
        name,
        href: hrefOf(columnFile(code)),
        documents: sumOf(months),
        feed: { href: `/${feedFile(code)}`, text: 'Atom' },
        list: { href: `/${monthsDataFile(code)}`, text: '清单' },
        months: months.slice(0, MONTHS_ON_PAGE).map(({ month }) => ({
          text: monthName(month),
          json: `/${monthDataFile(code, month)}`,
          csv: `/${monthTableFile(code, month)}`,
        })),
      };
    }),
    index: { href: `/${DATA_INDEX}`, text: '全部栏目的数据清单（JSON）' },
    fields: documentFields(),
    example: `${r.siteUrl}/zcwj/202611.json`,
  };
}
