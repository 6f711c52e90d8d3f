import { createReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';
import { environment } from '../../../../../environment';
import { actorOf } from '../../../../review/server/src/actors';
import { forbidden, invalid, missing, Refusal } from '../../../../review/server/src/errors';
import type { AdminContext } from '../../../../review/server/src/routes/panel';
import { rowFor } from '../../../../review/server/src/routes/panel';
import { blobs } from '../../../../review/server/src/stores';
import { readRevision } from '../../../../review/server/src/tables/revisions';
import { shownBy } from './content';
import { plainPage } from './plain-page';
import type { PublicForm } from './public-form';
import { askRenderer } from './renderer';
import type { Ticket } from './ticket';
import { readTicket, signTicket, TICKET_LIFETIME_MS, viewerMark } from './ticket';

interface Context extends AdminContext {
  type: string;
  set(name: string, value: string): void;
  cookies: { get(name: string): string | undefined; set(name: string, value: string, options: object): void };
}

const COOKIE = 'gongkai_preview';

/**
 * Nothing runs in a preview: its text is nobody's yet, and it stands on the address of the admin. Links open beside it, on the live site.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads',
].join('; ');

const guarded = (ctx: Context): void => {
  ctx.set('Content-Security-Policy', POLICY);
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('X-Frame-Options', 'SAMEORIGIN');
  ctx.set('X-Robots-Tag', 'noindex, nofollow, noarchive');
  ctx.set('Referrer-Policy', 'no-referrer');
  ctx.set('Cache-Control', 'private, no-store');
};

const expired = () => forbidden('PREVIEW_EXPIRED', '预览地址已过期或无效。', '请关闭预览，重新点「预览」。');

/** The ticket of this address, from the browser it was made for. */
const ticketOf = (ctx: Context): { signed: string; ticket: Ticket } => {
  const key = environment().mediaKey;
  const signed = ctx.params.ticket ?? '';
  const ticket = readTicket(key, signed, Date.now());
  if (!ticket || ctx.cookies.get(COOKIE) !== viewerMark(key, ticket.account)) throw expired();
  return { signed, ticket };
};

const bannerFor = ({ revision }: Ticket, live: boolean): string => {
  if (live) return '预览：与已发布的版本相同';
  return revision === 'draft' ? '预览：未发布（已保存的草稿）' : `预览：未发布（送审的第 ${revision} 版）`;
};

const fileNamed = (document: PublicForm, name: string) =>
  document.attachments.find(({ path }) => path === name) ?? document.images.flatMap(({ renditions }) => renditions).find(({ path }) => path === name);

const revisionFrom = (value: unknown): Ticket['revision'] => {
  if (value === 'draft' || (Number.isInteger(value) && (value as number) > 0)) return value as Ticket['revision'];
  throw invalid('INVALID', '没有说明要预览哪个版本。', '请刷新页面后再试。');
};

/** 预览: the page as the site will print it, at a signed address that lives five minutes; see docs/adr/0011-preview-from-a-held-build.md. */
export const previewController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** POST /writing/previews, body {documentId, revision: number | 'draft'} → {url, until}. */
  async open(ctx: Context) {
    const { documentId } = ctx.request.body;
    const revision = revisionFrom(ctx.request.body.revision);
    const actor = await actorOf(strapi, ctx.state.user);
    const row = await rowFor(strapi, actor, String(documentId));
    if (revision !== 'draft' && !(await readRevision(strapi.db.connection, row.document_id, revision))) throw missing('没有这个版本。', '请刷新页面。');
    await askRenderer('GET', '/status');
    const key = environment().mediaKey;
    const until = Date.now() + TICKET_LIFETIME_MS;
    const signed = signTicket(key, { document: row.document_id, revision, account: actor.id, until });
    const cookie = { httpOnly: true, sameSite: 'strict', path: '/writing/preview/', overwrite: true, signed: false };
    ctx.cookies.set(COOKIE, viewerMark(key, actor.id), cookie);
    ctx.body = { url: `/writing/preview/${signed}/page`, until: new Date(until).toISOString() };
  },
  /** GET /writing/preview/:ticket/page */
  async page(ctx: Context) {
    guarded(ctx);
    ctx.type = 'text/html; charset=utf-8';
    try {
      const { signed, ticket } = ticketOf(ctx);
      const document = await shownBy(strapi, signed, ticket);
      const row = await strapi.db.connection('review_state').where({ document_id: ticket.document }).first('live_event');
      const live = Number((row as { live_event: unknown } | undefined)?.live_event ?? 0) === document.event;
      const answer = await askRenderer('POST', '/page', { document, base: `/writing/preview/${signed}`, banner: bannerFor(ticket, live) });
      ctx.status = answer.status;
      ctx.body = answer.body;
      if (answer.type.startsWith('application/json')) {
        const { message, hint } = JSON.parse(answer.body.toString()) as { message: string; hint: string };
        ctx.type = 'text/html; charset=utf-8';
        ctx.body = plainPage(message, hint);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      ctx.status = error.status;
      ctx.body = plainPage(error.message, String((error.details as { hint?: unknown } | undefined)?.hint ?? ''));
    }
  },
  /** GET /writing/preview/:ticket/asset/:name: style sheets and fonts of the site. */
  async asset(ctx: Context) {
    guarded(ctx);
    ticketOf(ctx);
    const answer = await askRenderer('GET', `/asset/${encodeURIComponent(ctx.params.name ?? '')}`);
    if (answer.status !== 200) throw missing('没有这个文件。', '');
    ctx.type = answer.type;
    ctx.body = answer.body;
  },
  /** GET /writing/preview/:ticket/file/:name: an attachment or picture of the text that is shown. */
  async file(ctx: Context) {
    guarded(ctx);
    const { signed, ticket } = ticketOf(ctx);
    const file = fileNamed(await shownBy(strapi, signed, ticket), ctx.params.name ?? '');
    if (!file || !blobs().has(file.sha256)) throw missing('没有这个文件。', '');
    ctx.type = file.mediaType;
    if (!file.mediaType.startsWith('image/')) ctx.set('Content-Disposition', 'attachment');
    ctx.body = createReadStream(blobs().path(file.sha256));
  },
});
