import type { StrapiApp } from '@strapi/admin/strapi-admin';

/** 编写: screens of the writing plugin. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'writing', name: '编写' });
  },
  bootstrap() {},
};
