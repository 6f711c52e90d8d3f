import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { Feather, Link, List, User } from '@strapi/icons';
import { arrivingInput } from './arriving-input';

/** The inputs of our field types; their server twins are registered in `server/src/index.ts`. */
export const registerFields = (app: StrapiApp): void =>
  app.customFields.register([
    {
      name: 'column-code',
      pluginId: 'review',
      type: 'string',
      icon: List,
      intlLabel: { id: 'review.field.column', defaultMessage: '栏目' },
      intlDescription: { id: 'review.field.column.description', defaultMessage: '从信息公开大厅的栏目中选择' },
      components: { Input: arrivingInput(() => import('./column-code-input')) },
    },
    {
      name: 'department-code',
      pluginId: 'review',
      type: 'string',
      icon: User,
      intlLabel: { id: 'review.field.department', defaultMessage: '部门' },
      intlDescription: { id: 'review.field.department.description', defaultMessage: '从部门中选择' },
      components: { Input: arrivingInput(() => import('./department-code-input')) },
    },
    {
      name: 'document-links',
      pluginId: 'review',
      type: 'json',
      icon: Link,
      intlLabel: { id: 'review.field.links', defaultMessage: '关联的公开信息' },
      intlDescription: { id: 'review.field.links.description', defaultMessage: '从已公开的信息中选择' },
      components: { Input: arrivingInput(() => import('./document-links-input')) },
    },
    {
      name: 'particulars',
      pluginId: 'review',
      type: 'json',
      icon: Feather,
      intlLabel: { id: 'review.field.particulars', defaultMessage: '专项内容' },
      intlDescription: { id: 'review.field.particulars.description', defaultMessage: '按栏目填写的领导、机构、数据集、专题等内容' },
      components: { Input: arrivingInput(() => import('./particulars/particulars-input')) },
    },
  ]);
