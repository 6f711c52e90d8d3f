import type { Core } from '@strapi/strapi';
import { actorOf } from '../actors';
import type { CommandInput } from '../commands/command';
import { readSnapshot } from '../commands/draft';
import { restore } from '../commands/restore';
import type { Content } from '../content/content';
import { differencesOf } from '../decisions/differences';
import { stepsByRevision } from '../decisions/history';
import { EDITABLE } from '../decisions/states';
import { invalid, missing } from '../errors';
import { entriesOf } from '../tables/audit';
import { listRevisions, readRevision } from '../tables/revisions';
import type { StateRow } from '../tables/state';
import type { AdminContext } from './panel';
import { DONE, rowFor } from './panel';

/** Entries of one document that are laid to its revisions. */
const MOST_ENTRIES = 2000;

const DRAFT = 'draft';

const partsOf = (detail: unknown): { revision: number | null; reason: string | null } => {
  const { revision, reason } = (detail ?? {}) as { revision?: unknown; reason?: unknown };
  return { revision: typeof revision === 'number' ? revision : null, reason: typeof reason === 'string' && reason !== '' ? reason : null };
};

/** A side of a comparison: a revision by number, or the draft as it stands. */
const contentAt = async (strapi: Core.Strapi, row: StateRow, which: string | undefined): Promise<Content> => {
  if (which === DRAFT) return (await readSnapshot(strapi, row.document_id)).content;
  const revision = /^\d{1,6}$/.test(which ?? '') ? await readRevision(strapi.db.connection, row.document_id, Number(which)) : null;
  if (!revision) throw missing('没有这个版本。', '请从历史版本里选择。');
  return revision.content as unknown as Content;
};

export const historyController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /review/history/:documentId: every revision, newest first: who made it, when, and what was done with it and why. */
  async list(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const row = await rowFor(strapi, actor, ctx.params.documentId ?? '');
    const knex = strapi.db.connection;
    const revisions = await listRevisions(knex, row.document_id);
    const entries = (await entriesOf(knex, `document:${row.document_id}`, MOST_ENTRIES)).map(({ seq, at, actorName, action, detail }) => ({
      seq,
      at,
      actor: actorName,
      action,
      label: DONE[action] ?? action,
      ...partsOf(detail),
    }));
    const steps = stepsByRevision(revisions.map(({ revision }) => revision), entries);
    const own = actor.roles.includes('uploader') && actor.departments.includes(row.department_code);
    ctx.body = {
      documentId: row.document_id,
      title: row.title,
      state: row.state,
      version: row.version,
      current: row.revision,
      live: row.live_revision,
      mayRestore: own && (EDITABLE.includes(row.state) || row.state === 'released'),
      revisions: revisions
        .map(({ revision, kind, contentHash, madeAt }) => {
          const done = steps.get(revision) ?? [];
          const by = done.find((step) => step.revision === revision && ['submit', 'import', 'move'].includes(step.action))?.actor ?? null;
          return { revision, kind, contentHash, madeAt, by, steps: done };
        })
        .reverse(),
      /** What was done since the last revision: edits that are not submitted yet. */
      since: steps.get(0) ?? [],
    };
  },

  /** GET /review/history/:documentId/compare?from=&to=: numbers of revisions; `to=draft` for what is being written. */
  async compare(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const row = await rowFor(strapi, actor, ctx.params.documentId ?? '');
    const [before, after] = [await contentAt(strapi, row, ctx.query.from), await contentAt(strapi, row, ctx.query.to)];
    ctx.body = { from: ctx.query.from, to: ctx.query.to, difference: differencesOf(before, after) };
  },

  /** POST /review/history/:documentId/restore, body {revision, version, reason?, …}: an earlier revision becomes the draft. */
  async restore(ctx: AdminContext) {
    const actor = await actorOf(strapi, ctx.state.user);
    const { revision, version, ...rest } = ctx.request.body;
    if (!Number.isInteger(revision) || !Number.isInteger(version)) throw invalid('INVALID', '缺少版本（revision、version）。', '请刷新页面。');
    const row = await rowFor(strapi, actor, ctx.params.documentId ?? '');
    // Whatever else a correction asks for is handed on as it came; the command reads it.
    const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'string')) as CommandInput;
    const restored = await restore(strapi, actor, { documentId: row.document_id, revision: revision as number, version: version as number, input: said });
    ctx.body = { documentId: row.document_id, version: restored.row.version, state: restored.row.state, missing: restored.missing };
  },
});
