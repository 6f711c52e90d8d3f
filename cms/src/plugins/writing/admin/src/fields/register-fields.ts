import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { Pencil } from '@strapi/icons';
import type { ComponentType } from 'react';

/** The input of the body; its server twin is registered in `server/src/index.ts`. */
export const registerFields = (app: StrapiApp): void =>
  app.customFields.register({
    name: 'body',
    pluginId: 'writing',
    type: 'richtext',
    icon: Pencil,
    intlLabel: { id: 'writing.field.body', defaultMessage: '正文' },
    intlDescription: { id: 'writing.field.body.description', defaultMessage: '公文格式的正文' },
    // Strapi types an input as taking no properties and hands it those of `FieldProps`.
    components: { Input: () => import('./body-input') as unknown as Promise<{ default: ComponentType }> },
  });
