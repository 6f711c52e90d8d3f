import type { Core } from '@strapi/strapi';
import { actorOf } from '../../../../review/server/src/actors';
import { shanghaiDay } from '../../../../review/server/src/decisions/calendar';
import type { Actor } from '../../../../review/server/src/decisions/roles';
import { forbidden, invalid, missing } from '../../../../review/server/src/errors';
import type { AdminContext } from '../../../../review/server/src/routes/panel';
import { editEntry, linkDocument, putInOrder, registerDocument, signFor, unlinkDocument, voidEntry } from '../commands/register';
import { workingDaysBetween } from '../decisions/calendar';
import { DEADLINES, disclosureTerm, openDeadlines } from '../decisions/deadlines';
import type { Kind, RegisterEntry } from '../decisions/register';
import { departmentsSeen, isOffice, KINDS, mayRead, mayVoid, mayWrite, registerNumber } from '../decisions/register';
import { readCalendar } from '../tables/calendar';
import { withoutInterpretation } from '../tables/interpretations';
import type { RegisterFilter } from '../tables/register';
import { countEntries, entriesOfDocument, listEntries, openEntries, readEntry, yearsOf } from '../tables/register';
import { registerCsv } from './csv';
import { registerFields, textOf, versionOf } from './input';

const PAGE = 50;
const MOST_PRINTED = 20_000;

const mustSee = (actor: Actor): void => {
  const sees = departmentsSeen(actor);
  if (sees !== null && sees.length === 0) throw forbidden('MAY_NOT', '收发文登记由站长、副站长、发布员和信息上传员使用。', '请联系相应的经办人。');
};

const kindOf = (value: unknown): Kind => (value === 'out' ? 'out' : 'in');

const STATES = ['open', 'filed', 'void', 'unsigned', 'relay'] as const;

const filterOf = (actor: Actor, query: Record<string, string | undefined>, limit: number): RegisterFilter => {
  const state = STATES.find((known) => known === query.state);
  return {
    kind: kindOf(query.kind),
    year: /^\d{4}$/.test(query.year ?? '') ? (query.year as string) : shanghaiDay(new Date().toISOString()).slice(0, 4),
    seen: departmentsSeen(actor),
    limit,
    ...(query.q?.trim() ? { q: query.q.trim() } : {}),
    ...(query.department ? { department: query.department } : {}),
    ...(state ? { state } : {}),
    ...(Number(query.before) > 0 ? { before: Number(query.before) } : {}),
  };
};

const shown = (actor: Actor, entry: RegisterEntry) => ({ ...entry, numberText: registerNumber(entry), mayWrite: mayWrite(actor, entry.department), mayVoid: mayVoid(actor) });

export const registerController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /office/register?kind=&year=&q=&department=&state=&before= */
  async list(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    mustSee(actor);
    const knex = strapi.db.connection;
    const filter = filterOf(actor, ctx.query, PAGE);
    const entries = await listEntries(knex, filter);
    const { before: _before, ...all } = filter;
    const thisYear = shanghaiDay(new Date().toISOString()).slice(0, 4);
    ctx.body = {
      entries: entries.map((entry) => shown(actor, entry)),
      next: entries.length === PAGE ? entries.at(-1)?.number : null,
      count: await countEntries(knex, all),
      years: [...new Set([thisYear, ...(await yearsOf(knex))])].sort().reverse(),
      mayRegister: isOffice(actor) || actor.departments.length > 0,
    };
  },
  /** GET /office/register/print: the whole filtered register, for printing. */
  async print(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    mustSee(actor);
    const entries = await listEntries(strapi.db.connection, filterOf(actor, { ...ctx.query, before: undefined }, MOST_PRINTED));
    ctx.body = { entries: entries.reverse().map((entry) => shown(actor, entry)) };
  },
  /** GET /office/register/csv: the same as a table for a spreadsheet. */
  async csv(ctx: AdminContext & { set(name: string, value: string): void; type: string }) {
    const actor = await actorOf(strapi, ctx.state.user);
    mustSee(actor);
    const filter = filterOf(actor, { ...ctx.query, before: undefined }, MOST_PRINTED);
    const entries = await listEntries(strapi.db.connection, filter);
    ctx.set('Content-Disposition', `attachment; filename="register.csv"; filename*=UTF-8''${encodeURIComponent(`${KINDS[filter.kind ?? 'in']}登记簿${filter.year ?? ''}.csv`)}`);
    ctx.type = 'text/csv; charset=utf-8';
    ctx.body = registerCsv(entries.reverse());
  },
  /** GET /office/register/:id: with how its dates were counted. */
  async show(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const entry = await readEntry(strapi.db.connection, ctx.params.id ?? '');
    if (!entry || !mayRead(actor, entry.department)) throw missing('找不到这条登记。', '请刷新列表。');
    const calendar = await readCalendar(strapi.db.connection);
    const term = entry.disclosureDueOn && entry.writtenOn ? disclosureTerm(calendar, entry.writtenOn) : null;
    const at = new Date().toISOString();
    ctx.body = { entry: shown(actor, entry), term, deadlines: openDeadlines(calendar, entry, { at, today: shanghaiDay(at) }) };
  },
  /** POST /office/register, body {kind, …fields} */
  async create(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const body = ctx.request.body;
    const entry = await registerDocument(strapi, actor, kindOf(body.kind), registerFields(body));
    ctx.status = 201;
    ctx.body = { entry: shown(actor, entry) };
  },
  /** PUT /office/register/:id, body {version, …fields} */
  async edit(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const entry = await editEntry(strapi, actor, ctx.params.id ?? '', versionOf(ctx.request.body), registerFields(ctx.request.body));
    ctx.body = { entry: shown(actor, entry) };
  },
  /** POST /office/register/:id/:act: sign, file, void, link, unlink. */
  async act(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const { id = '', act } = ctx.params;
    const body = ctx.request.body;
    const version = versionOf(body);
    const acts: Record<string, () => Promise<RegisterEntry>> = {
      sign: () => signFor(strapi, actor, id, version, textOf(body.name)),
      file: () => putInOrder(strapi, actor, id, version, textOf(body.fileNumber, 60)),
      void: () => voidEntry(strapi, actor, id, version, textOf(body.reason, 1900)),
      link: () => linkDocument(strapi, actor, id, version, textOf(body.publicId, 10)),
      unlink: () => unlinkDocument(strapi, actor, id, version, textOf(body.publicId, 10)),
    };
    const chosen = Object.hasOwn(acts, act ?? '') ? acts[act as string] : undefined;
    if (!chosen) throw invalid('INVALID', `没有「${act ?? ''}」这个操作。`, '请刷新页面。');
    ctx.body = { entry: shown(actor, await chosen()) };
  },
  /** GET /office/deadlines: what is owed, soonest first; and official documents without an interpretation. */
  async deadlines(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    mustSee(actor);
    const knex = strapi.db.connection;
    const at = new Date().toISOString();
    const today = shanghaiDay(at);
    const calendar = await readCalendar(knex);
    const seen = departmentsSeen(actor);
    const items = (await openEntries(knex, seen)).flatMap((entry) =>
      openDeadlines(calendar, entry, { at, today }).map((deadline) => ({
        ...deadline,
        kindText: DEADLINES[deadline.kind],
        id: entry.id,
        numberText: registerNumber(entry),
        title: entry.title,
        department: entry.department,
        writtenOn: entry.writtenOn,
        receivedAt: entry.receivedAt,
        days: deadline.kind === 'relay' ? [] : workingDaysBetween(calendar, today, deadline.due).days,
      })),
    );
    ctx.body = {
      today,
      items: items.sort((a, b) => a.order - b.order),
      missingYears: [...new Set(items.flatMap(({ missingYears }) => missingYears))],
      uninterpreted: await withoutInterpretation(knex, seen),
    };
  },
  /** GET /office/documents/:publicId/register: entries a public document was published from. */
  async ofDocument(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const entries = await entriesOfDocument(strapi.db.connection, ctx.params.publicId ?? '');
    ctx.body = { entries: entries.filter((entry) => mayRead(actor, entry.department)).map((entry) => shown(actor, entry)) };
  },
});
