import { z } from 'zod';
import { columnCode, departmentCode, documentId, instant, month } from './codes.ts';
import { columnSchema } from './column.ts';
import { departmentSchema } from './department.ts';
import { documentSchema } from './document.ts';

const numbered = { seq: z.int().positive(), at: instant };

/** What the notice at a withdrawn address needs; never the title. */
export const withdrawalSchema = z.object({
  id: documentId,
  column: columnCode,
  month,
  formerColumns: z.array(columnCode),
  /**
   * `error` 发布错误: the page goes; `expired` 到期下线: it goes as planned; `leak` 泄密: every trace goes, from older releases, the
   * replica, search bundles and caches too.
   */
  kind: z.enum(['error', 'leak', 'expired']),
  at: instant,
});

/**
 * One line of the change feed: the *present* public state of one object, under the number of the newest event that touched it.
 * The feed sends states, not history: what was withdrawn since is sent as a withdrawal only, so that a replica filled from the
 * start never sees it, and taking a line twice changes nothing.
 */
export const changeSchema = z.discriminatedUnion('type', [
  z.object({ ...numbered, type: z.literal('document.put'), document: z.unknown(), id: documentId }),
  z.object({ ...numbered, type: z.literal('document.withdrawn'), withdrawal: withdrawalSchema }),
  z.object({ ...numbered, type: z.literal('column.put'), column: columnSchema }),
  z.object({ ...numbered, type: z.literal('column.removed'), code: columnCode }),
  z.object({ ...numbered, type: z.literal('department.put'), department: departmentSchema }),
  z.object({ ...numbered, type: z.literal('department.removed'), code: departmentCode }),
]);

/** Last line of every answer of the feed. `cursor` is what to ask from next; `more`: ask again at once. */
export const feedEndSchema = z.object({ end: z.literal(true), cursor: z.int().nonnegative(), more: z.boolean() });

/** What the publisher tells the CMS once a release is live, or when a document could not be rendered. */
export const acknowledgementSchema = z.object({
  /** Every event up to and with this number is live (or set aside). */
  upTo: z.int().nonnegative(),
  release: z.int().positive(),
  /** Root hash of the release. */
  root: z.string(),
  liveAt: instant,
  /** Every document that is set aside now, not only the new ones. */
  setAside: z.array(z.object({ id: documentId, seq: z.int().positive(), code: z.string(), reason: z.string() })),
});

export type Change = z.output<typeof changeSchema>;
export type Withdrawal = z.output<typeof withdrawalSchema>;
export type Acknowledgement = z.output<typeof acknowledgementSchema>;
export { documentSchema };
