import type { StrapiApp } from '@strapi/admin/strapi-admin';

type Middleware = Exclude<Parameters<StrapiApp['addRBACMiddleware']>[0], unknown[]>;

/** Permissions whose holders find something in the settings. */
const OPENS_SETTINGS = ['admin::users.read', 'admin::roles.read'];

/**
 * Strapi shows its settings to everybody and offers no way to say otherwise, nor to leave single links out. Hidden by style, for
 * people's sake only: what may not be done is refused by the server.
 */
const STYLE = `
  html:not([data-settings='yes']) nav li:has(> * a[href$='/admin/settings']),
  html:not([data-settings='yes']) nav li:has(> a[href$='/admin/settings']) { display: none; }
  nav a[href$='/settings/application-infos'], a[href^='https://market.strapi.io'] { display: none !important; }
  nav li:has(> a[href^='https://market.strapi.io']), nav li:has(a[href$='/settings/application-infos']) { display: none; }
`;

/** To be called once, when the admin starts. */
export const hideByStyle = (): void => {
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.append(style);
};

/** Notices what the account that is logged in may do whenever the admin asks; changes no permission. */
export const showSettingsToFew: Middleware =
  ({ permissions: held }) =>
  (next) =>
  (permissions) => {
    document.documentElement.dataset.settings = held.some(({ action }) => OPENS_SETTINGS.includes(action)) ? 'yes' : 'no';
    return next(permissions);
  };
