import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { Navigate } from 'react-router-dom';
import { DOCUMENT } from '../plugins/review/admin/src/content-manager/document-type';
import { DOCUMENTS_PAGE } from '../plugins/review/admin/src/documents/filter';
import { HomePage } from '../plugins/review/admin/src/pages/home-page';
import { FirstSettings } from './settings-for-few';

type Routes = StrapiApp['router']['routes'];
type Route = Routes[number];

/** Pages nobody here has a use for: models come from files in git, nothing is bought or installed from inside. */
const NOT_HERE = ['plugins/content-type-builder/*', 'marketplace', 'marketplace/*', 'list-plugins', 'plugins/purchase-content-releases'];

/** The first page after login is ours: what waits for this person, in place of widgets. */
const asHome = (route: Route): Route => (route.index ? { index: true as const, Component: HomePage } : route);

/** Layouts are code (`form-layout.ts`) and documents are never copied; the list of documents is ours. */
const NO_LAYOUTS = /\/configurations\/|\/clone\//;
const withoutLayouts = (route: Route): Route =>
  route.path === 'content-manager/*' && route.children
    ? {
        ...route,
        children: [
          { path: `collection-types/${DOCUMENT}`, element: <Navigate to={DOCUMENTS_PAGE} replace /> },
          ...route.children.filter(({ path }) => !NO_LAYOUTS.test(path ?? '')),
        ],
      }
    : route;

const OVERVIEW = 'application-infos';
const withoutOverview = (route: Route): Route =>
  route.path === 'settings/*' && route.children
    ? {
        ...route,
        children: route.children.map((child) => (child.path === OVERVIEW ? { path: OVERVIEW, Component: FirstSettings } : child)),
      }
    : route;

export const ourRoutes = (routes: Routes): Routes =>
  routes.filter(({ path }) => !NOT_HERE.includes(path ?? '')).map(asHome).map(withoutLayouts).map(withoutOverview);

/** Strapi's own entry for all contents gives way to one entry for each list (`plugins/review/admin/src/menu.tsx`). */
const GONE_FROM_MENU = ['content-manager', 'plugins/content-type-builder', 'plugins/purchase-content-releases'];

export const ourMenu = (menu: StrapiApp['router']['menu']): void => {
  for (const to of GONE_FROM_MENU) {
    const index = menu.findIndex((link) => link.to === to);
    if (index >= 0) menu.splice(index, 1);
  }
};
