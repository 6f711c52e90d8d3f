import type { StrapiApp } from '@strapi/admin/strapi-admin';

/** 账号: screens of the accounts plugin. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'accounts', name: '账号' });
  },
  bootstrap() {},
};
