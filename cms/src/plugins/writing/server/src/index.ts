import type { Core } from '@strapi/strapi';
import { guardFiles } from './attachments/guard-files';
import { routes } from './routes';
import { attachmentsController } from './routes/attachments';
import { relationsController } from './routes/relations';
import { wordController } from './routes/word';

/** 编写: 正文编辑器、Word 转换、附件、自动保存、预览. */
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.customFields.register({ name: 'body', plugin: 'writing', type: 'richtext' });
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    guardFiles(strapi);
  },
  destroy() {},
  controllers: { word: wordController, attachments: attachmentsController, relations: relationsController },
  routes,
};
