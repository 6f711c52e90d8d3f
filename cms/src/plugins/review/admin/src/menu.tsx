import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { Briefcase, CheckCircle, Feather, Layout, Shield, User } from '@strapi/icons';
import { Navigate } from 'react-router-dom';

const may = (action: string, subject: string | null = null) => [{ action, subject }];

/**
 * Opens a list of the content manager. By an address of our own, because the menu of a telephone leaves out every link that names the
 * content manager.
 */
const listOf = (uid: string) => () => {
  const address = `/content-manager/collection-types/${uid}`;
  return Promise.resolve({ default: () => <Navigate to={address} replace /> });
};

const KEPT = [
  { path: 'columns', uid: 'api::column.column', name: '栏目', icon: Layout },
  { path: 'departments', uid: 'api::department.department', name: '部门', icon: Briefcase },
  { path: 'staff', uid: 'api::staff-profile.staff-profile', name: '所属部门', icon: User },
];

/** The menu of each role follows from its permissions (`server/src/permissions.ts`): what a person may not do is not in it. */
export const addMenu = (app: StrapiApp): void => {
  app.addMenuLink({
    to: 'plugins/review/inbox',
    icon: CheckCircle,
    intlLabel: { id: 'review.inbox', defaultMessage: '待办' },
    permissions: may('plugin::review.inbox'),
    position: 1,
    Component: () => import('./pages/inbox-page'),
  });
  app.addMenuLink({
    to: 'plugins/review/documents',
    icon: Feather,
    intlLabel: { id: 'review.documents', defaultMessage: '稿件' },
    permissions: may('plugin::review.read'),
    position: 2,
    Component: () => import('./pages/documents-page'),
  });
  KEPT.forEach(({ path, uid, name, icon }, index) =>
    app.addMenuLink({
      to: `plugins/review/${path}`,
      icon,
      intlLabel: { id: `review.${path}`, defaultMessage: name },
      permissions: may('plugin::content-manager.explorer.update', uid),
      position: 5 + index / 10,
      Component: listOf(uid),
    }),
  );
  app.addMenuLink({
    to: 'plugins/review/deputies',
    icon: User,
    intlLabel: { id: 'review.deputies', defaultMessage: '代理' },
    permissions: may('plugin::review.deputies'),
    position: 7,
    Component: () => import('./pages/deputies-page'),
  });
  app.addMenuLink({
    to: 'plugins/review/audit',
    icon: Shield,
    intlLabel: { id: 'review.audit', defaultMessage: '审计' },
    permissions: may('plugin::review.audit'),
    position: 8.7,
    Component: () => import('./pages/audit-page'),
  });
};
