import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { environment } from '../../../../environment';
import { shanghaiDay } from '../../../review/server/src/decisions/calendar';
import { IN_REVIEW, STATES } from '../../../review/server/src/decisions/states';
import { aroundParticulars } from '../../../review/server/src/tables/particulars';
import { columnKind } from '../../../review/server/src/tables/reference';
import { reading } from '../../../review/server/src/tables/reading';
import type { StateRow } from '../../../review/server/src/tables/state';
import type { BodyLink, Facts } from './decisions/subject';
import { askLinks } from './links';
import type { CheckedContent } from './content';
import { currentLists } from './tables/words';

interface Related {
  public_id: string;
  title: string;
  live_revision: number | null;
  validity: string | null;
}

const titlesInUse = async (knex: Knex, row: StateRow, title: string): Promise<Facts['titlesInUse']> => {
  const rows = (await knex('review_state')
    .where({ title, column_code: row.column_code })
    .whereNot({ document_id: row.document_id })
    .andWhere((where) => void where.whereNotNull('live_revision').orWhereIn('state', [...IN_REVIEW]))
    .limit(3)
    .select('title', 'state', 'live_revision')) as { title: string; state: keyof typeof STATES; live_revision: number | null }[];
  return rows.map((other) => ({ title: other.title, state: other.live_revision === null ? STATES[other.state] : '已公开' }));
};

/** Public documents by their public ids, with the validity that is public. */
const related = async (knex: Knex, ids: string[]): Promise<Related[]> =>
  ids.length === 0
    ? []
    : ((await knex('review_state')
        .leftJoin('documents', (join) => void join.on('documents.document_id', 'review_state.document_id').andOnNotNull('documents.published_at'))
        .whereIn('review_state.public_id', ids.slice(0, 100))
        .select('review_state.public_id', 'review_state.title', 'review_state.live_revision', 'documents.validity')) as Related[]);

/** Who says to repeal this one. The list of ids is JSON in one column, so the text of it is searched. */
const repealedBy = async (knex: Knex, row: StateRow, content: CheckedContent): Promise<{ title: string }[]> =>
  content.validity !== 'valid'
    ? []
    : ((await knex('documents')
        .join('review_state', 'review_state.document_id', 'documents.document_id')
        .whereNotNull('documents.published_at')
        .whereNotNull('review_state.live_revision')
        .whereRaw('CAST(documents.repeals AS TEXT) LIKE ?', [`%"${row.public_id}"%`])
        .limit(3)
        .select('review_state.title')) as { title: string }[]);

/** Everything the checks must know beyond the document itself. */
export const factsFor = async (strapi: Core.Strapi, row: StateRow, content: CheckedContent, links: BodyLink[]): Promise<{ facts: Facts; listVersion: number }> => {
  const knex = await reading(strapi);
  const lists = await currentLists(knex);
  const { interprets, amends, repeals } = content.relations;
  const repealed = await related(knex, repeals);
  const others = await related(knex, [...interprets, ...amends]);
  const now = new Date().toISOString();
  return {
    listVersion: lists.version,
    facts: {
      today: shanghaiDay(now),
      columnKind: (await columnKind(knex, content.column)) ?? 'document',
      titlesInUse: await titlesInUse(knex, row, content.title),
      words: lists.words,
      leaders: lists.leaders,
      repealedBy: await repealedBy(knex, row, content),
      repeals: repealed.filter((other) => other.live_revision !== null),
      lostRelations: others.filter((other) => other.live_revision === null),
      links: await askLinks(knex, links, { siteUrl: environment().siteUrl, outgoing: environment().asksLinks }),
      particulars: await aroundParticulars(knex, row, now),
    },
  };
};
