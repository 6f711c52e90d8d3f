import type { Core } from '@strapi/strapi';
import { startAutosave } from './autosave';
import { forgetWhatIsSaved } from './autosave/forget-saved';
import { autosaveController } from './autosave/routes';
import { previewController } from './preview/routes';
import { routes } from './routes';

let stopAutosave = (): void => undefined;

/** 编写: 正文编辑器、Word 转换、附件、自动保存、预览. */
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    forgetWhatIsSaved(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    stopAutosave = await startAutosave(strapi);
  },
  destroy() {
    stopAutosave();
  },
  controllers: { autosave: autosaveController, preview: previewController },
  routes,
};
