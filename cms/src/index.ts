import type { Core } from '@strapi/strapi';
import { closeBackDoors } from './plugins/accounts/server/src/strapi/close';
import { applyFormLayout } from './plugins/review/server/src/form-layout';
import { applyRoles } from './plugins/review/server/src/permissions';

export default {
  register() {},
  /** Last of all: Strapi's own start has written its default roles by now. */
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await applyRoles(strapi);
    await applyFormLayout(strapi);
    // The first start makes tokens, one with full access; nothing here uses one.
    await closeBackDoors(strapi);
  },
};
