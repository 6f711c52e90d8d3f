import type { Core } from '@strapi/strapi';

/** Which screens of the office somebody sees; what may be done on them is decided by `decisions/register.ts`. */
const ACTIONS = [
  { section: 'plugins', displayName: '查看收发文、督办、日历、承诺和模板', uid: 'read', subCategory: '办公', pluginName: 'office' },
  { section: 'plugins', displayName: '维护工作日历、承诺和模板', uid: 'keep', subCategory: '办公', pluginName: 'office' },
];

export const registerPermissions = async (strapi: Core.Strapi): Promise<void> => {
  const { actionProvider } = strapi.service('admin::permission') as { actionProvider: { registerMany(actions: object[]): Promise<void> } };
  await actionProvider.registerMany(ACTIONS);
};
