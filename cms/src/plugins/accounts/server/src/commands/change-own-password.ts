import type { Core } from '@strapi/strapi';
import { throughDoor } from '../../../../review/server/src/door';
import { invalid } from '../../../../review/server/src/errors';
import type { Person } from '../people';
import { authService } from '../people';
import type { SessionRow } from '../tables/sessions';
import { endSessions } from '../tables/sessions';
import { countFailure } from './count-failure';
import { mustBeFit, setPassword } from './set-password';

/** Changes somebody's own password, who gives the present one; other sessions of the account end. */
export const changeOwnPassword = async (strapi: Core.Strapi, person: Person, session: SessionRow, given: { current: string; wanted: string }): Promise<void> => {
  const { user, actor } = person;
  if (!(await authService(strapi).validatePassword(given.current, user.password ?? ''))) {
    await throughDoor(strapi, actor, async (passage) => {
      passage.audit('password-refused', `account:${user.id}`, {});
      if (await countFailure(strapi, passage, user.id)) await endSessions(strapi, passage.trx, user.id, 'locked');
    });
    throw invalid('INVALID', '现在的密码不正确。', '连续输错 5 次，账号会被锁定。');
  }
  await mustBeFit(strapi, person, given.wanted);
  await throughDoor(strapi, actor, async (passage) => {
    await setPassword(strapi, passage, user.id, given.wanted, 'owner');
    await endSessions(strapi, passage.trx, user.id, 'password', { but: session.family });
  });
};
