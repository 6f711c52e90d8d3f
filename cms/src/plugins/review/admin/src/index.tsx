import type { StrapiApp } from '@strapi/admin/strapi-admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { hidePublishing } from './content-manager/hide-publishing';
import { chooseFilters } from './content-manager/list-filters';
import { printCodesAsWords } from './content-manager/list-view';
import { lockInReview } from './content-manager/lock-in-review';
import { registerFields } from './fields/register-fields';
import { addMenu } from './menu';
import { ReviewPanel } from './panel/review-panel';

/** 审核: screens of the review plugin. What they allow is cosmetic; the server half decides. */
export default {
  register(app: StrapiApp) {
    registerFields(app);
    app.addRBACMiddleware(lockInReview);
    addMenu(app);
    // Without a place in the menu: one comes here from a list.
    app.router.addRoute([
      { path: 'plugins/review/decide/:documentId', lazy: async () => ({ Component: (await import('./pages/decision-page')).default }) },
      { path: 'plugins/review/history/:documentId', lazy: async () => ({ Component: (await import('./pages/history-page')).default }) },
    ]);
    app.registerPlugin({ id: 'review', name: '审核' });
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    const { apis } = app.getPlugin('content-manager') as unknown as ContentManagerPlugin['config'];
    // Preview is not set up here: its panel would only offer to read Strapi's manual.
    apis.addEditViewSidePanel((panels) => [...panels.filter(({ type }) => type === 'actions'), ReviewPanel]);
    hidePublishing(apis);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', printCodesAsWords);
    app.registerHook('Admin/CM/pages/ListView/inject-in-filters', chooseFilters);
  },
};
