import type { Core } from '@strapi/strapi';
import { forbidden, invalid } from '../../../../review/server/src/errors';
import type { GateContext } from '../gate';
import type { Person } from '../people';
import { findPerson } from '../people';
import type { SessionRow } from '../tables/sessions';

export interface AccountsContext {
  params: Record<string, string>;
  request: { body?: unknown };
  state: GateContext['state'];
  body: unknown;
}

/** Whose session this is. The gate has looked it up. */
export const sessionIn = (ctx: AccountsContext): SessionRow => {
  if (!ctx.state.accountsSession) throw forbidden('NO_ACTOR', '没有登录。', '请重新登录。');
  return ctx.state.accountsSession;
};

export const personIn = async (strapi: Core.Strapi, ctx: AccountsContext): Promise<Person> => {
  const person = await findPerson(strapi, sessionIn(ctx).user_id);
  if (!person) throw forbidden('NO_ACTOR', '没有登录。', '请重新登录。');
  return person;
};

export const bodyOf = (ctx: AccountsContext): Record<string, unknown> => (typeof ctx.request.body === 'object' && ctx.request.body !== null ? (ctx.request.body as Record<string, unknown>) : {});

const LONGEST_TEXT = 200;

/** A short text of the body. @throws when it is missing */
export const textIn = (ctx: AccountsContext, name: string, label: string): string => {
  const value = bodyOf(ctx)[name];
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_TEXT) throw invalid('INVALID', `请填写${label}。`, '');
  return value;
};

export const idIn = (ctx: AccountsContext): number => {
  const id = Number(ctx.params.id);
  if (!Number.isInteger(id)) throw invalid('INVALID', '账号编号不正确。', '请刷新列表。');
  return id;
};
