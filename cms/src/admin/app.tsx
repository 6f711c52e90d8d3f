import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { startInChinese, underOurName, withoutAdvertisements } from './first-impressions';
import { mendHardCodedWords } from './hard-coded-words';
import logo from './logo.svg';
import { styleMenu } from './menu-style';
import { ourMenu, ourRoutes } from './routes';
import { showSettingsToFew } from './settings-for-few';
import { theme } from './theme';
import { chinese } from './translations';

startInChinese();
withoutAdvertisements();
underOurName();
styleMenu();
mendHardCodedWords();

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
