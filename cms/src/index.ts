import type { Core } from '@strapi/strapi';
import { applyFormLayout } from './plugins/review/server/src/form-layout';
import { applyRoles } from './plugins/review/server/src/permissions';

export default {
  register() {},
  /** Last of all: Strapi's own start has written its default roles by now. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await applyRoles(strapi);
    await applyFormLayout(strapi);
    // The first start makes a token with full access; nothing here uses one.
    await strapi.db.query('admin::api-token').deleteMany({ where: { type: 'full-access' } });
  },
};
