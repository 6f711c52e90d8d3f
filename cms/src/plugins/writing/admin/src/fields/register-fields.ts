import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { Pencil } from '@strapi/icons';
import { arrivingInput } from '../../../../review/admin/src/fields/arriving-input';

/** The input of the body; its server twin is registered in `server/src/index.ts`. */
export const registerFields = (app: StrapiApp): void =>
  app.customFields.register({
    name: 'body',
    pluginId: 'writing',
    type: 'richtext',
    icon: Pencil,
    intlLabel: { id: 'writing.field.body', defaultMessage: '正文' },
    intlDescription: { id: 'writing.field.body.description', defaultMessage: '公文格式的正文' },
    components: { Input: arrivingInput(() => import('./body-input')) },
  });
