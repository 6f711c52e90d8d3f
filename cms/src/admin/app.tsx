import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { HomePage } from '../plugins/review/admin/src/pages/home-page';
import { startInChinese, underOurName, withoutAdvertisements } from './first-impressions';
import logo from './logo.svg';
import { theme } from './theme';
import { chinese } from './translations';

startInChinese();
withoutAdvertisements();
underOurName();

type Routes = StrapiApp['router']['routes'];

/** The first page after login is ours: what waits for this person, in place of widgets. */
const withOurHomePage = (routes: Routes): Routes =>
  routes.map((route) => (route.index ? { index: true as const, Component: HomePage } : route));

/** Pages nobody here has a use for: models come from files in git, nothing is bought or installed from inside. */
const NOT_HERE = ['plugins/content-type-builder/*', 'marketplace', 'marketplace/*', 'list-plugins'];

export default {
  config: {
    locales: ['zh-Hans'],
    translations: { 'zh-Hans': chinese },
    auth: { logo },
    menu: { logo },
    theme,
    tutorials: false,
    notifications: { releases: false },
  },
  register(app: StrapiApp) {
    app.router.addRoute((routes) => withOurHomePage(routes).filter(({ path }) => !NOT_HERE.includes(path ?? '')));
  },
  bootstrap() {},
};
