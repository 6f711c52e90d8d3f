import type { StrapiApp } from '@strapi/admin/strapi-admin';

/** 办公: screens of the office plugin. */
export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'office', name: '办公' });
  },
  bootstrap() {},
};
