import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { accountOf } from '../actors';
import type { DeputyRequest } from '../decisions/deputies';
import { faultOfDeputy } from '../decisions/deputies';
import type { Actor, Role } from '../decisions/roles';
import { ownRoles, ROLES } from '../decisions/roles';
import { throughDoor } from '../door';
import { conflict, forbidden, invalid, missing } from '../errors';
import type { Deputyship } from '../tables/deputies';
import { overlapping, readDeputyship } from '../tables/deputies';

/** 指定代理人: for a time, with a reason; the audit names all three people. */
export const nameDeputy = async (strapi: Core.Strapi, actor: Actor, request: DeputyRequest & { principal: string; deputy: string }): Promise<Deputyship> => {
  const principal = await accountOf(strapi, request.principal);
  const deputy = await accountOf(strapi, request.deputy);
  const at = new Date().toISOString();
  const fault = faultOfDeputy(actor, principal, deputy, request, at);
  if (fault) throw fault.code === 'MAY_NOT' ? forbidden(fault.code, fault.message, fault.hint) : invalid(fault.code, fault.message, fault.hint);
  if (!principal || !deputy) throw missing('找不到这个账号。', '请从列表中选择。');
  const [from, until] = [new Date(request.from).toISOString(), new Date(request.until).toISOString()];
  const role = request.role as Role;
  return throughDoor(strapi, actor, async (passage) => {
    const other = await overlapping(passage.trx, { principal: principal.id, role, from, until });
    if (other) throw conflict(`这段时间已由${other.deputy_name}代理${principal.name}（${ROLES[role]}）。`, '请先撤销，或者选择别的时间。');
    const row: Deputyship = {
      id: randomUUID(),
      principal_id: principal.id,
      principal_name: principal.name,
      deputy_id: deputy.id,
      deputy_name: deputy.name,
      role,
      from_at: from,
      until_at: until,
      reason: request.reason.trim(),
      named_by: actor.id,
      named_by_name: actor.name,
      named_at: passage.at,
      revoked_at: null,
      revoked_by_name: null,
    };
    await passage.trx('review_deputy').insert(row);
    const people = { principal: principal.name, deputy: deputy.name, deputyId: deputy.id };
    passage.audit('name-deputy', `account:${principal.id}`, { ...people, role, from, until, reason: row.reason });
    return row;
  });
};

/** 撤销代理: by the absent person, back early, or by the system administrator. What the deputy has done stays done. */
export const revokeDeputy = async (strapi: Core.Strapi, actor: Actor, id: string): Promise<void> => {
  await throughDoor(strapi, actor, async ({ trx, at, audit }) => {
    const row = await readDeputyship(trx, id);
    if (!row) throw missing('找不到这项代理。', '请刷新列表。');
    if (row.principal_id !== actor.id && !ownRoles(actor).includes('system-admin')) {
      throw forbidden('MAY_NOT', '代理由被代理人本人或者系统管理员撤销。', '');
    }
    if (row.revoked_at !== null || row.until_at <= at) throw invalid('INVALID', '这项代理已经结束。', '请刷新列表。');
    await trx('review_deputy').where({ id }).update({ revoked_at: at, revoked_by_name: actor.name });
    audit('revoke-deputy', `account:${row.principal_id}`, { principal: row.principal_name, deputy: row.deputy_name, role: row.role });
  });
};
