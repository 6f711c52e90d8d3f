import type { StrapiApp } from '@strapi/admin/strapi-admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { AutosaveZone } from './autosave/autosave-zone';
import { registerFields } from './fields/register-fields';
import { CitedByPanel, FilesPanel, SuggestPanel } from './panels/panels';
import { PreviewPanel } from './preview/preview-panel';

interface Injecting {
  injectComponent(page: string, place: string, component: { name: string; Component: unknown }): void;
}

/** 编写: screens of the writing plugin. */
export default {
  register(app: StrapiApp) {
    registerFields(app);
    app.registerPlugin({ id: 'writing', name: '编写' });
  },
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const contentManager = app.getPlugin('content-manager');
    const { apis } = contentManager as unknown as ContentManagerPlugin['config'];
    apis.addEditViewSidePanel((panels) => [...panels, PreviewPanel, SuggestPanel, FilesPanel, CitedByPanel]);
    // Beside the save button, which is there on phones too, where the panels lie in a drawer.
    (contentManager as unknown as Injecting).injectComponent('editView', 'right-links', { name: 'autosave', Component: AutosaveZone });
  },
};
