import type { Knex } from 'knex';
import { documentOf } from '../../../../publication/server/src/feed';
import type { Content } from '../../../../review/server/src/content/content';
import { addressMonth } from '../../../../review/server/src/decisions/calendar';
import { carriesIndexNumber } from '../../../../review/server/src/decisions/index-number';
import { withGapsFilled } from '../../../../review/server/src/decisions/particulars/gaps';
import { forceAfter } from '../../../../review/server/src/decisions/particulars/in-force';
import type { StateRow } from '../../../../review/server/src/tables/state';
import { beforeRelease } from '../../../../review/server/src/tables/particulars';
import { columnKind } from '../../../../review/server/src/tables/reference';

/** The contract's form of a document; `site/contract` is its owner. */
export type PublicForm = ReturnType<typeof documentOf>;

/** What only a release decides, and a preview can but name. */
export const GIVEN_AT_RELEASE = '发布时编号';

const nextEvent = async (knex: Knex): Promise<number> => {
  const { last } = (await knex('publication_event').max({ last: 'seq' }).first()) as { last: number | string | null };
  return Number(last ?? 0) + 1;
};

/**
 * A text as the change feed would send it were it released now. What only the release decides stands in for itself: the moment, the
 * number of the event and, before the first release, the 索引号. For what is live already it is what the feed has sent.
 * @param at the moment
 */
export const publicForm = async (knex: Knex, row: StateRow, content: Content, contentHash: string, at: string): Promise<PublicForm> => {
  const live = row.live_revision !== null && contentHash === (await liveHash(knex, row));
  if (live) return documentOf(row, content, contentHash);
  const numbered = carriesIndexNumber((await columnKind(knex, content.column)) ?? 'document');
  const corrects = row.live_revision !== null;
  const released: StateRow = {
    ...row,
    month: row.month ?? addressMonth(at),
    published_at: row.published_at ?? at,
    released_at: at,
    index_number: row.index_number ?? (numbered ? GIVEN_AT_RELEASE : null),
    corrections: corrects ? [...row.corrections, { at, reason: row.correction_reason ?? '内容更正' }] : row.corrections,
    live_event: await nextEvent(knex),
    in_force_at: forceAfter(content.particulars ?? null, await beforeRelease(knex, row), at)?.since ?? null,
  };
  return documentOf(released, content, contentHash);
};

const liveHash = async (knex: Knex, row: StateRow): Promise<string | null> => {
  const revision = (await knex('review_revision').where({ document_id: row.document_id, revision: row.live_revision }).first('content_hash')) as
    | { content_hash: string }
    | undefined;
  return revision?.content_hash ?? null;
};

const orElse = (value: string, otherwise: string): string => (value === '' ? otherwise : value);

/** A draft may lack what a page cannot be without: it is named where it is missing, so that the rest can be looked at. */
export const withGapsNamed = ({ particulars: written, ...content }: Content): Content => {
  const particulars = written ? withGapsFilled(written) : null;
  return {
    ...content,
    title: orElse(content.title, '（标题未填写）'),
    source: orElse(content.source, '（信息来源未填写）'),
    images: content.images.map((image) => ({ ...image, alt: orElse(image.alt, '（替代文字未填写）') })),
    ...(particulars ? { particulars } : {}),
  };
};
