import type { Core } from '@strapi/strapi';
import { actorOf } from '../actors';
import { readableDepartments } from '../decisions/home';
import type { Actor } from '../decisions/roles';
import type { State } from '../decisions/states';
import { STATES } from '../decisions/states';
import { forbidden, invalid } from '../errors';
import type { Listed, ListFilter } from '../tables/document-list';
import { countDocuments, documentNumbers, listDocuments } from '../tables/document-list';
import type { AdminContext } from './panel';

const ROWS = 20;
const LONGEST_TEXT = 60;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Midnight in Shanghai of a day, as an instant. */
const midnight = (day: string, daysLater = 0): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + daysLater * DAY_MS).toISOString();

const dayIn = (value: string | undefined, name: string): string | null => {
  if (!value) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) throw invalid('INVALID', `${name}不是有效的日期。`, '日期写作 2026-01-31 的形式。');
  return value;
};

/** One state, several with commas between, or none for all. */
const statesIn = (value: string | undefined): State[] => {
  const states = (value ?? '').split(',').filter(Boolean);
  const unknown = states.find((state) => !Object.hasOwn(STATES, state));
  if (unknown) throw invalid('INVALID', `没有「${unknown}」这个状态。`, '请重新选择状态。');
  return states as State[];
};

/** `<moment>~<document id>`, with `-` in front to go back; anything else begins at the first page. */
const cursorIn = (value: string | undefined): ListFilter['cursor'] => {
  const [, backwards, at, documentId] = /^(-?)([\d:.TZ-]+)~([\w-]+)$/.exec(value ?? '') ?? [];
  return at && documentId ? { at, documentId, backwards: backwards === '-' } : null;
};

const departmentsFor = (actor: Actor, wanted: string | undefined): ListFilter['departments'] => {
  const readable = readableDepartments(actor);
  if (readable !== 'all' && readable.length === 0) {
    const uploads = actor.roles.includes('uploader');
    throw forbidden('MAY_NOT', uploads ? '您的账号还没有所属部门。' : '您的账号不办理稿件。', uploads ? '请联系系统管理员设置所属部门。' : '');
  }
  if (!wanted) return readable;
  if (readable !== 'all' && !readable.includes(wanted)) throw forbidden('OTHER_DEPARTMENT', '您的账号不属于这个部门。', '信息上传员只查看本部门的稿件。');
  return [wanted];
};

const filterOf = (query: AdminContext['query'], actor: Actor): ListFilter => {
  const [from, to] = [dayIn(query.from, '起始日期'), dayIn(query.to, '截止日期')];
  return {
    departments: departmentsFor(actor, query.department),
    states: statesIn(query.state),
    column: query.column || null,
    author: query.mine === '1' ? actor.id : null,
    text: (query.q ?? '').trim().slice(0, LONGEST_TEXT),
    by: query.by === 'published' ? 'published_at' : 'changed_at',
    newestFirst: query.order !== 'asc',
    from: from && midnight(from),
    before: to && midnight(to, 1),
    cursor: cursorIn(query.page),
  };
};

const cursorOf = (row: Listed | undefined, by: ListFilter['by'], back: boolean): string | null =>
  row ? `${back ? '-' : ''}${row[by]}~${row.document_id}` : null;

export const documentsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * GET /review/documents?state=&column=&department=&mine=1&q=&by=changed|published&order=desc|asc&from=&to=&page=: 稿件, of the own
   * departments for an uploader. Dates are days in Shanghai, both inclusive; `page` is one of the cursors answered before.
   */
  async list(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const filter = filterOf(ctx.query, actor);
    const knex = strapi.db.connection;
    const found = await listDocuments(knex, filter, ROWS + 1);
    const backwards = filter.cursor?.backwards ?? false;
    const rows = found.slice(0, ROWS);
    if (backwards) rows.reverse();
    const goesOn = found.length > ROWS;
    const numbers = await documentNumbers(knex, rows.map((row) => row.document_id));
    ctx.body = {
      rows: rows.map((row) => ({
        documentId: row.document_id,
        title: row.title,
        state: row.state,
        column: row.column_code,
        department: row.department_code,
        indexNumber: row.index_number,
        documentNumber: numbers.get(row.document_id) || null,
        editedBy: row.edited_by_name,
        changedAt: row.changed_at,
        publishedAt: row.published_at,
        live: row.live_revision !== null,
        withdrawalProposed: row.proposed_by !== null,
        setAside: row.set_aside_reason !== null,
      })),
      ...(await countDocuments(knex, filter)),
      next: goesOn || backwards ? cursorOf(rows.at(-1), filter.by, false) : null,
      previous: (backwards ? goesOn : filter.cursor !== null) ? cursorOf(rows[0], filter.by, true) : null,
      mayCreate: actor.roles.includes('uploader') && actor.departments.length > 0,
    };
  },
});
