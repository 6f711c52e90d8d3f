import type { Core } from '@strapi/strapi';
import type { Passage } from '../../../../review/server/src/door';
import { throughDoor } from '../../../../review/server/src/door';
import { forbidden, invalid, missing } from '../../../../review/server/src/errors';
import type { Grantee, Grantor } from '../decisions/separation';
import type { Person } from '../people';
import { findPerson } from '../people';

const LONGEST_REASON = 500;
const SHORTEST_REASON = 2;

/** @throws unless a reason is given */
export const reasonOf = (given: unknown): string => {
  const reason = typeof given === 'string' ? given.trim() : '';
  if (reason.length < SHORTEST_REASON) throw invalid('REASON_REQUIRED', '请写明理由。', '理由记入审计记录。');
  return reason.slice(0, LONGEST_REASON);
};

type Decision = { allowed: true } | { allowed: false; code: string; message: string; hint: string };

export const mustBeAllowed = (decision: Decision): void => {
  if (!decision.allowed) throw forbidden(decision.code, decision.message, decision.hint);
};

/** A person as the decisions know one. */
export const asParty = ({ actor, roles, breakGlass }: Person): Grantor & Grantee => ({ id: actor.id, roles, breakGlass });

/** Does something for another account: finds it, decides, and passes the door. */
export const lookAfter = async <T>(
  strapi: Core.Strapi,
  by: Person,
  userId: number,
  decide: (actor: Grantor, account: Grantee) => Decision,
  work: (passage: Passage, account: Person) => Promise<T>,
): Promise<T> => {
  const account = await findPerson(strapi, userId);
  if (!account) throw missing('找不到这个账号。', '请刷新列表。');
  mustBeAllowed(decide(asParty(by), asParty(account)));
  return throughDoor(strapi, by.actor, (passage) => work(passage, account));
};
