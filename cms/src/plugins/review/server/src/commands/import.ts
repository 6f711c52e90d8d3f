import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { sanitiseBody } from '../content/sanitise';
import type { Snapshot } from '../content/snapshot';
import { snapshotOf } from '../content/snapshot';
import { addressMonth, shanghaiDay } from '../decisions/calendar';
import { contentHash } from '../decisions/canonical';
import { carriesIndexNumber, indexNumber } from '../decisions/index-number';
import { newPublicId } from '../decisions/public-id';
import type { Actor } from '../decisions/roles';
import type { Passage } from '../door';
import { throughDoor } from '../door';
import { invalid } from '../errors';
import { forceAfter } from '../decisions/particulars/in-force';
import { blobs } from '../stores';
import { lastEvent } from '../tables/events';
import { nextIndexNumber } from '../tables/index-numbers';
import { filesOf } from '../tables/public-files';
import { revisionRow } from '../tables/revisions';
import type { StateRow } from '../tables/state';
import { freshState, toTable } from '../tables/state';
import { asJson, DOCUMENT } from './draft';
import { storeFiles } from './import-files';
import type { ImportBatch, ImportResult, ImportRow } from './import-row';
import { draftOf, faultOf, particularsFault } from './import-row';

const MOST_ROWS = 500;
const ROWS_PER_INSERT = 50;

interface Accepted {
  row: ImportRow;
  documentId: string;
  publicId: string;
  rowHash: string;
  snapshot: Snapshot;
  /** The body as editors see it: pictures by their address in the media library. */
  body: string;
  attachmentIds: number[];
}

type Refused = Extract<ImportResult, { outcome: 'refused' }>;

const refused = (row: ImportRow, code: string, message: string): Refused => ({ key: row.key, line: row.line, outcome: 'refused', code, message });

/** Letters and digits, a letter first, as Strapi's own document ids. */
const newDocumentId = (): string => `i${BigInt(`0x${randomBytes(15).toString('hex')}`).toString(36).padStart(23, '0').slice(-23)}`;

const REFUSED_KINDS = ['interprets', 'amends', 'repeals'] as const;

/**
 * 导入: rows of another system go straight to published, with a revision "imported" and an audit entry each. Its own command because
 * nobody of this house reviewed them: the audit says so. A row is known by (source, key): the same row again changes nothing.
 */
export const importRows = async (strapi: Core.Strapi, actor: Actor, batch: ImportBatch): Promise<{ results: ImportResult[] }> => {
  const { source, rows } = batch ?? {};
  if (typeof source !== 'string' || source === '' || !Array.isArray(rows)) throw invalid('INVALID', '导入的格式不对。', '应为 { source, rows }。');
  if (rows.length > MOST_ROWS) throw invalid('INVALID', `一批最多 ${MOST_ROWS} 行。`, '请分批导入。');
  const knex = strapi.db.connection;
  const columns = new Map(((await knex('columns').select('code', 'kind')) as { code: string; kind: string }[]).map((column) => [column.code, column.kind]));
  const departments = new Set(((await knex('departments').select('code')) as { code: string }[]).map((department) => department.code));
  const known = await knownRows(strapi, source, rows);
  const ids = new Map([...known].map(([key, { id }]) => [key, id]));
  const results: ImportResult[] = [];
  const accepted: Accepted[] = [];
  for (const row of rows) {
    const rowHash = contentHash(JSON.parse(JSON.stringify({ ...row, line: 0 })));
    const before = known.get(row.key);
    if (before) {
      results.push(
        before.hash === rowHash
          ? { key: row.key, outcome: 'unchanged', id: before.id }
          : refused(row, 'CHANGED_SINCE', '这一行导入过，现在内容不同；已公开的信息请在后台更正'),
      );
      continue;
    }
    const outcome = await accept(strapi, row, { columns, departments, ids, rowHash });
    if ('outcome' in outcome) results.push(outcome);
    else {
      accepted.push(outcome);
      ids.set(row.key, outcome.publicId);
      results.push({ key: row.key, outcome: 'imported', id: outcome.publicId });
    }
  }
  if (accepted.length > 0) await throughDoor(strapi, actor, (passage) => write(passage, source, accepted, columns));
  return { results };
};

const knownRows = async (strapi: Core.Strapi, source: string, rows: ImportRow[]): Promise<Map<string, { id: string; hash: string }>> => {
  const related = rows.flatMap((row) => REFUSED_KINDS.flatMap((kind) => row.relations?.[kind] ?? []));
  const keys = [...new Set([...rows.map((row) => row.key), ...related])];
  const known = new Map<string, { id: string; hash: string }>();
  for (let from = 0; from < keys.length; from += 500) {
    const found = (await strapi.db
      .connection('review_import')
      .join('review_state', 'review_state.document_id', 'review_import.document_id')
      .where({ source })
      .whereIn('key', keys.slice(from, from + 500))
      .select('key', 'public_id', 'row_hash')) as { key: string; public_id: string; row_hash: string }[];
    for (const row of found) known.set(row.key, { id: row.public_id, hash: row.row_hash });
  }
  return known;
};

interface Known {
  columns: Map<string, string>;
  departments: Set<string>;
  ids: Map<string, string>;
  rowHash: string;
}

const accept = async (strapi: Core.Strapi, row: ImportRow, known: Known): Promise<Accepted | Refused> => {
  const fault = faultOf(row);
  if (fault) return refused(row, fault.code, fault.message);
  const kind = known.columns.get(row.column);
  if (kind === undefined) return refused(row, 'NO_COLUMN', `没有栏目 ${row.column}`);
  if (!known.departments.has(row.department)) return refused(row, 'NO_DEPARTMENT', `没有部门 ${row.department}`);
  const unfit = particularsFault(row, kind);
  if (unfit) return refused(row, unfit.code, unfit.message);
  if (known.ids.has(row.key)) return refused(row, 'DUPLICATE', '同一批中有相同的行');
  const relations = { interprets: [] as string[], amends: [] as string[], repeals: [] as string[] };
  for (const kind of REFUSED_KINDS) {
    for (const key of row.relations?.[kind] ?? []) {
      const id = known.ids.get(key);
      if (!id) return refused(row, 'NO_RELATED', `相关信息 ${key} 还没有导入`);
      relations[kind].push(id);
    }
  }
  const documentId = newDocumentId();
  const { body, attachments } = await storeFiles(strapi, row);
  const snapshot = await snapshotOf(strapi, blobs(), { ...draftOf({ ...row, body }, documentId, relations), attachments });
  if (snapshot.text === '' && snapshot.content.attachments.length === 0 && snapshot.content.images.length === 0) {
    return refused(row, 'NO_BODY', '正文没有内容');
  }
  if (snapshot.content.images.some((image) => image.alt === '')) return refused(row, 'NO_ALT', '图片没有替代文字');
  return { row, documentId, publicId: newPublicId(), rowHash: known.rowHash, snapshot, body: row.files?.length ? sanitiseBody(body) : snapshot.content.body, attachmentIds: attachments.map((file) => file.id) };
};

const inserted = async (passage: Passage, table: string, rows: Record<string, unknown>[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) await passage.trx(table).insert(rows.slice(from, from + ROWS_PER_INSERT));
};

/** 索引号 for all rows at once: one step of the counter for each department and year. */
const numbersFor = async (passage: Passage, accepted: Accepted[], columns: Map<string, string>): Promise<Map<Accepted, string>> => {
  const groups = new Map<string, Accepted[]>();
  for (const one of accepted) {
    if (!carriesIndexNumber(columns.get(one.row.column) ?? 'document')) continue;
    const year = shanghaiDay(one.row.publishedAt ?? passage.at).slice(0, 4);
    const group = `${one.row.department} ${year}`;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  const numbers = new Map<Accepted, string>();
  for (const [group, members] of groups) {
    const [department = '', year = ''] = group.split(' ');
    const first = Number((await nextIndexNumber(passage.trx, department, year, members.length)).slice(-5));
    members.forEach((one, offset) => numbers.set(one, indexNumber(department, year, first + offset)));
  }
  return numbers;
};

const stateOf = (one: Accepted, actor: Actor, at: string, number: string | null, event: number): StateRow => {
  const { content } = one.snapshot;
  const hash = contentHash(asJson(content));
  const force = forceAfter(content.particulars ?? null, null, at);
  return {
    ...freshState({
      documentId: one.documentId,
      publicId: one.publicId,
      title: content.title,
      column: content.column,
      department: content.department,
      author: actor.id,
      authorName: actor.name,
      at,
    }),
    state: 'released',
    revision: 1,
    content_hash: hash,
    live_revision: 1,
    live_event: event,
    live_column: content.column,
    month: addressMonth(one.row.publishedAt),
    published_at: one.row.publishedAt,
    released_at: at,
    index_number: number,
    pinned_at: one.row.pinnedUntil ? at : null,
    pinned_until: one.row.pinnedUntil ?? null,
    in_force_at: force?.since ?? null,
    in_force_until: force?.until ?? null,
  };
};

const documentRow = (one: Accepted, number: string | null, at: Date) => {
  const { content } = one.snapshot;
  return {
    documentId: one.documentId,
    title: content.title,
    columnCode: content.column,
    departmentCode: content.department,
    body: one.body,
    summary: content.summary,
    source: content.source,
    author: content.author,
    keywords: content.keywords.join('，'),
    issuer: content.issuer,
    documentNumber: content.documentNumber,
    writtenOn: content.writtenOn,
    topicClass: content.topicClass,
    genreClass: content.genreClass,
    audienceClass: content.audienceClass,
    validity: content.validity,
    disclosure: content.disclosure,
    interprets: content.relations.interprets,
    amends: content.relations.amends,
    repeals: content.relations.repeals,
    particulars: content.particulars ?? null,
    publicId: one.publicId,
    indexNumber: number,
    reviewState: 'released',
    lockVersion: 1,
    createdAt: at,
    updatedAt: at,
  };
};

const write = async (passage: Passage, source: string, accepted: Accepted[], columns: Map<string, string>): Promise<void> => {
  const { strapi, trx, actor, at, audit, announce } = passage;
  // The chain's head is locked, so the numbers its events will get are known already.
  const firstEvent = (await lastEvent(trx)) + 1;
  const numbers = await numbersFor(passage, accepted, columns);
  const moment = new Date(at);
  const rows = accepted.map((one) => documentRow(one, numbers.get(one) ?? null, moment));
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const part = rows.slice(from, from + ROWS_PER_INSERT);
    await strapi.db.query(DOCUMENT).createMany({ data: part.map((row) => ({ ...row, publishedAt: null })) });
    await strapi.db.query(DOCUMENT).createMany({ data: part.map((row) => ({ ...row, publishedAt: moment })) });
  }
  await inserted(passage, 'review_state', accepted.map((one, index) => toTable(stateOf(one, actor, at, numbers.get(one) ?? null, firstEvent + index))));
  await inserted(
    passage,
    'review_revision',
    accepted.map((one) =>
      revisionRow({ documentId: one.documentId, revision: 1, kind: 'imported', content: asJson(one.snapshot.content), madeBy: actor.id, madeAt: at }),
    ),
  );
  await inserted(passage, 'review_import', accepted.map((one) => ({ source, key: one.row.key, document_id: one.documentId, row_hash: one.rowHash })));
  await inserted(
    passage,
    'review_file',
    accepted.flatMap((one) => filesOf(one.snapshot.content).map((sha256) => ({ sha256, document_id: one.documentId }))),
  );
  const pinned = accepted.filter((one) => one.row.pinnedUntil);
  await inserted(
    passage,
    'publication_due',
    pinned.map((one) => ({ id: `unpin:${one.documentId}`, due_at: one.row.pinnedUntil, kind: 'unpin', document_id: one.documentId })),
  );
  const ending = accepted.map((one) => ({ one, until: forceAfter(one.snapshot.content.particulars ?? null, null, at)?.until ?? null })).filter(({ until }) => until !== null);
  await inserted(
    passage,
    'publication_due',
    ending.map(({ one, until }) => ({ id: `emergency-ends:${one.documentId}`, due_at: until, kind: 'emergency-ends', document_id: one.documentId })),
  );
  for (const one of accepted) {
    audit('import', `document:${one.documentId}`, {
      source,
      key: one.row.key,
      title: one.snapshot.content.title,
      contentHash: contentHash(asJson(one.snapshot.content)),
      indexNumber: numbers.get(one) ?? null,
    });
    announce({ type: 'document.imported', object: `document:${one.documentId}` });
  }
  await keepAttachments(passage, accepted);
};

/** Attachments of the draft and published rows, so that a correction starts from them. */
const keepAttachments = async ({ strapi }: Passage, accepted: Accepted[]): Promise<void> => {
  for (const one of accepted.filter((candidate) => candidate.attachmentIds.length > 0)) {
    await strapi.documents(DOCUMENT).update({ documentId: one.documentId, data: { attachments: one.attachmentIds } as never });
    await strapi.documents(DOCUMENT).publish({ documentId: one.documentId });
  }
};
