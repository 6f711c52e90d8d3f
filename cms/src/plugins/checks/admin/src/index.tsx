import type { StrapiApp } from '@strapi/admin/strapi-admin';

/** 检查: screens of the checks plugin. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'checks', name: '检查' });
  },
  bootstrap() {},
};
