import type { StrapiApp } from '@strapi/admin/strapi-admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Book, Clock, Faders } from '@strapi/icons';
import { Bell } from './notices/bell';
import { RegisterPanel, TemplatePanel } from './panel/office-panels';

const READ = { action: 'plugin::office.read', subject: null };
const KEEP = { action: 'plugin::office.keep', subject: null };

/** 办公: 收发文、督办、通知、办公设置. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: 'plugins/office/notices',
      icon: Bell,
      intlLabel: { id: 'office.notices', defaultMessage: '通知' },
      permissions: [],
      position: 2,
      Component: () => import('./pages/notices-page'),
    });
    app.addMenuLink({
      to: 'plugins/office/register',
      icon: Book,
      intlLabel: { id: 'office.register', defaultMessage: '收发文' },
      permissions: [READ],
      position: 3,
      Component: () => import('./pages/register-page'),
    });
    app.addMenuLink({
      to: 'plugins/office/deadlines',
      icon: Clock,
      intlLabel: { id: 'office.deadlines', defaultMessage: '督办' },
      permissions: [READ],
      position: 4,
      Component: () => import('./pages/deadlines-page'),
    });
    app.addMenuLink({
      to: 'plugins/office/settings',
      icon: Faders,
      intlLabel: { id: 'office.settings', defaultMessage: '办公设置' },
      permissions: [KEEP],
      position: 8.2,
      Component: () => import('./pages/settings-page'),
    });
    app.registerPlugin({ id: 'office', name: '办公' });
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { apis } = app.getPlugin('content-manager') as unknown as ContentManagerPlugin['config'];
    // Behind the panels of the review: what to do with the document comes first.
    apis.addEditViewSidePanel((panels) => [...panels, TemplatePanel, RegisterPanel]);
  },
};
