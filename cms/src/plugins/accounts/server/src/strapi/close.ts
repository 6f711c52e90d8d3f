import type { Core } from '@strapi/strapi';
import { isInside } from '../../../../review/server/src/door';
import { forbidden } from '../../../../review/server/src/errors';
import { BREAK_GLASS } from '../people';

const WRITES = ['beforeCreate', 'beforeCreateMany', 'beforeUpdate', 'beforeUpdateMany', 'beforeDelete', 'beforeDeleteMany'] as const;

const subscribe = (strapi: Core.Strapi, models: string[], refuse: () => void): void => {
  strapi.db.lifecycles.subscribe({ models, ...Object.fromEntries(WRITES.map((write) => [write, refuse])) });
};

/** Accounts are written inside the door only, whatever service or query asks. */
export const guardUsers = (strapi: Core.Strapi): void =>
  subscribe(strapi, ['admin::user'], () => {
    if (!isInside()) throw forbidden('NOT_BY_THIS_DOOR', '账号只能在「账号」页办理。', '');
  });

/** Strapi's screens for what is done by our commands, or not at all: not offered to the break-glass account, which else gets everything. */
const NOT_OFFERED = ['admin::users.', 'admin::roles.', 'admin::api-tokens.', 'admin::admin-tokens.', 'admin::transfer.', 'admin::webhooks.', 'admin::marketplace.', 'plugin::content-type-builder.'];

const hideScreens = async (strapi: Core.Strapi): Promise<void> => {
  const permissions = strapi.db.query('admin::permission');
  const all = (await permissions.findMany({ where: { role: { code: BREAK_GLASS } }, select: ['id', 'action'] })) as { id: number; action: string }[];
  const ids = all.filter(({ action }) => NOT_OFFERED.some((prefix) => action.startsWith(prefix))).map(({ id }) => id);
  if (ids.length > 0) await permissions.deleteMany({ where: { id: { $in: ids } } });
};

/**
 * After the start: no tokens that stand for an account without its second factor, and roles only as code. Tokens left from earlier
 * are removed; to be called last of all, when Strapi has made its own.
 */
export const closeBackDoors = async (strapi: Core.Strapi): Promise<void> => {
  for (const model of ['admin::api-token', 'admin::transfer-token'] as const) await strapi.db.query(model).deleteMany({});
  await hideScreens(strapi);
  subscribe(strapi, ['admin::api-token', 'admin::api-token-permission', 'admin::transfer-token', 'admin::transfer-token-permission'], () => {
    throw forbidden('NOT_BY_THIS_DOOR', '本系统不使用接口令牌。', '程序之间的往来用 secrets.json 里的令牌。');
  });
  subscribe(strapi, ['admin::role', 'admin::permission'], () => {
    throw forbidden('NOT_BY_THIS_DOOR', '角色和权限由程序规定，不能在后台更改。', '见 docs/permissions.md。');
  });
};
