import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { Key, User } from '@strapi/icons';
import { watchAnswers } from './gate/watch-answers';

const PEOPLE = { action: 'plugin::accounts.people', subject: null };

/** 账号: the gate after login, somebody's own security, and the accounts of others. */
export default {
  register(app: StrapiApp) {
    watchAnswers();
    app.addMenuLink({
      to: 'plugins/accounts/people',
      icon: User,
      intlLabel: { id: 'accounts.people', defaultMessage: '账号' },
      permissions: [PEOPLE],
      position: 8.5,
      Component: () => import('./pages/people-page'),
    });
    app.addMenuLink({
      to: 'plugins/accounts/security',
      icon: Key,
      intlLabel: { id: 'accounts.security', defaultMessage: '安全' },
      permissions: [],
      position: 10,
      Component: () => import('./pages/security-page'),
    });
    app.registerPlugin({ id: 'accounts', name: '账号' });
  },
  bootstrap() {},
};
