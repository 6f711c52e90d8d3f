import type { Knex } from 'knex';
import type { Role } from '../decisions/roles';

/** 代理: somebody acts in an absent person's role for a time. */
export interface Deputyship {
  id: string;
  principal_id: string;
  principal_name: string;
  deputy_id: string;
  deputy_name: string;
  role: Role;
  from_at: string;
  until_at: string;
  reason: string;
  named_by: string;
  named_by_name: string;
  named_at: string;
  revoked_at: string | null;
  revoked_by_name: string | null;
}

/** Those in force at a moment in which this account is the deputy. */
export const deputyshipsOf = async (knex: Knex, deputy: string, at: string): Promise<Deputyship[]> =>
  (await knex('review_deputy')
    .where({ deputy_id: deputy })
    .whereNull('revoked_at')
    .where('from_at', '<=', at)
    .where('until_at', '>', at)
    .orderBy('named_at')) as Deputyship[];

const MOST = 200;

/** Newest first. */
export const allDeputyships = async (knex: Knex): Promise<Deputyship[]> =>
  (await knex('review_deputy').orderBy('named_at', 'desc').limit(MOST)) as Deputyship[];

export const readDeputyship = async (knex: Knex, id: string): Promise<Deputyship | null> =>
  ((await knex('review_deputy').where({ id }).first()) as Deputyship | undefined) ?? null;

/** One for the same person and role whose time overlaps. */
export const overlapping = async (knex: Knex, wanted: { principal: string; role: Role; from: string; until: string }): Promise<Deputyship | null> =>
  ((await knex('review_deputy')
    .where({ principal_id: wanted.principal, role: wanted.role })
    .whereNull('revoked_at')
    .where('from_at', '<', wanted.until)
    .where('until_at', '>', wanted.from)
    .first()) as Deputyship | undefined) ?? null;
