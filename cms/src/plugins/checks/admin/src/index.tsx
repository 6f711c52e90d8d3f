import type { StrapiApp } from '@strapi/admin/strapi-admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { BulletList } from '@strapi/icons';
import { ChecksPanel } from './findings/checks-panel';

const WORDS = { action: 'plugin::checks.words', subject: null };

/** 检查: screens of the checks plugin. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/checks/words',
      icon: BulletList,
      intlLabel: { id: 'checks.words', defaultMessage: '词表' },
      permissions: [WORDS],
      position: 8.1,
      Component: () => import('./pages/words-page'),
    });
    app.registerPlugin({ id: 'checks', name: '检查' });
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { apis } = app.getPlugin('content-manager') as unknown as ContentManagerPlugin['config'];
    apis.addEditViewSidePanel((panels) => [...panels, ChecksPanel]);
  },
};
