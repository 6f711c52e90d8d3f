import type { Core } from '@strapi/strapi';
import { guardFiles } from './attachments/guard-files';
import { startAutosave } from './autosave';
import { forgetWhatIsSaved } from './autosave/forget-saved';
import { autosaveController } from './autosave/routes';
import { previewController } from './preview/routes';
import { routes } from './routes';
import { attachmentsController } from './routes/attachments';
import { relationsController } from './routes/relations';
import { wordController } from './routes/word';

let stopAutosave = (): void => undefined;

/** 编写: 正文编辑器、Word 转换、附件、自动保存、预览. */
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.customFields.register({ name: 'body', plugin: 'writing', type: 'richtext' });
    forgetWhatIsSaved(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    guardFiles(strapi);
    stopAutosave = await startAutosave(strapi);
  },
  destroy() {
    stopAutosave();
  },
  controllers: { autosave: autosaveController, preview: previewController, word: wordController, attachments: attachmentsController, relations: relationsController },
  routes,
};
