import type { Core } from '@strapi/strapi';
import { SYSTEM } from '../../../review/server/src/actors';
import { throughDoor } from '../../../review/server/src/door';
import { invalid } from '../../../review/server/src/errors';
import { tellLiveFollowers } from '../../../review/server/src/gates';
import { fromTable } from '../../../review/server/src/tables/state';

/** Documents somebody of the portal wrote and that are told of one by one; a first build makes thousands live at once. */
const MOST_TOLD = 500;

export interface Acknowledgement {
  upTo: number;
  release: number;
  root: string;
  liveAt: string;
  setAside: { id: string; seq: number; code: string; reason: string }[];
}

const isAcknowledgement = (value: unknown): value is Acknowledgement => {
  const given = value as Partial<Acknowledgement> | null;
  return (
    typeof given === 'object' &&
    given !== null &&
    Number.isInteger(given.upTo) &&
    Number.isInteger(given.release) &&
    typeof given.root === 'string' &&
    typeof given.liveAt === 'string' &&
    Array.isArray(given.setAside)
  );
};

/**
 * 回执: what the publisher made live. Documents show 「已上线」 with its time from here on; one that could not be rendered shows the
 * reason instead, as long as the publisher lists it. Taking the same one twice changes nothing.
 */
export const acknowledge = async (strapi: Core.Strapi, value: unknown): Promise<{ live: number }> => {
  if (!isAcknowledgement(value)) throw invalid('INVALID', '回执的格式不对。', '见 docs/architecture.md「Acknowledgement」。');
  const { upTo, release, root, liveAt, setAside } = value;
  const known = await strapi.db.connection('publication_acknowledgement').where({ release, up_to: upTo }).first('release');
  const marked = (await strapi.db.connection('review_state').whereNotNull('set_aside_reason').select('public_id')) as { public_id: string }[];
  const asBefore = marked.length === setAside.length && setAside.every(({ id }) => marked.some((row) => row.public_id === id));
  if (known && asBefore) return { live: 0 };
  return throughDoor(strapi, SYSTEM, async (passage) => {
    const { trx, audit } = passage;
    await trx('publication_acknowledgement').insert({ release, up_to: upTo, root, live_at: liveAt }).onConflict('release').merge();
    const aside = setAside.map((document) => document.id);
    const waiting = () =>
      trx('review_state').whereNotNull('live_revision').whereNull('live_at').where('live_event', '<=', upTo).whereNotIn('public_id', aside);
    const told = ((await waiting().whereNotNull('submitted_by').limit(MOST_TOLD)) as Record<string, unknown>[]).map(fromTable);
    const live = await waiting().update({ live_at: liveAt, live_release: release, set_aside_reason: null });
    const newlyAside = [];
    for (const document of setAside) {
      strapi.log.error(`无法生成页面，已搁置：${document.id}（${document.code}）${document.reason}`);
      const row = (await trx('review_state').where({ public_id: document.id }).first()) as Record<string, unknown> | undefined;
      if (row && row.set_aside_reason === null) newlyAside.push({ row: fromTable(row), reason: document.reason });
      await trx('review_state').where({ public_id: document.id }).update({ set_aside_reason: `${document.reason}（${document.code}）`.slice(0, 1900) });
    }
    await tellLiveFollowers(passage, { live: told, setAside: newlyAside });
    audit('live', `release:${release}`, { upTo, root, documents: live, setAside: setAside.map(({ id, code, reason }) => ({ id, code, reason })) });
    return { live };
  });
};
