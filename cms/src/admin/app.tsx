import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { startInChinese, underOurName, withoutAdvertisements } from './first-impressions';
import logo from './logo.svg';
import { ourMenu, ourRoutes } from './routes';
import { hideByStyle, showSettingsToFew } from './settings-for-few';
import { theme } from './theme';
import { chinese } from './translations';

startInChinese();
withoutAdvertisements();
underOurName();
hideByStyle();

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
    app.router.addRoute(ourRoutes);
    ourMenu(app.router.menu);
    app.addRBACMiddleware(showSettingsToFew);
  },
  bootstrap() {},
};
