import { type StrapiApp, useAuth } from '@strapi/admin/strapi-admin';
import { Navigate } from 'react-router-dom';

type Middleware = Exclude<Parameters<StrapiApp['addRBACMiddleware']>[0], unknown[]>;

/** What opens a page of the settings, the page that is opened first in front. */
const PAGES = [
  { action: 'admin::users.read', page: '/settings/users' },
  { action: 'admin::roles.read', page: '/settings/roles' },
];

/** Notices what the account that is logged in may do whenever the admin asks; changes no permission. The menu is styled by it. */
export const showSettingsToFew: Middleware =
  ({ permissions: held }) =>
  (next) =>
  (permissions) => {
    document.documentElement.dataset.settings = held.some(({ action }) => PAGES.some((page) => page.action === action)) ? 'yes' : 'no';
    return next(permissions);
  };

/** In the place of Strapi's overview of itself (version, licence): the first page this person finds something on. */
export const FirstSettings = () => {
  const permissions = useAuth('FirstSettings', (state) => state.permissions);
  const first = PAGES.find(({ action }) => permissions.some((held) => held.action === action));
  return <Navigate to={first?.page ?? '/'} replace />;
};
