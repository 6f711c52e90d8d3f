import type { StrapiApp } from '@strapi/admin/strapi-admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { registerFields } from './fields/register-fields';
import { CitedByPanel, FilesPanel, SuggestPanel } from './panels/panels';

/** 编写: screens of the writing plugin. */
export default {
  register(app: StrapiApp) {
    registerFields(app);
    app.registerPlugin({ id: 'writing', name: '编写' });
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { apis } = app.getPlugin('content-manager') as unknown as ContentManagerPlugin['config'];
    apis.addEditViewSidePanel((panels) => [...panels, SuggestPanel, FilesPanel, CitedByPanel]);
  },
};
