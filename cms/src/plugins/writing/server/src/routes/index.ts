const can = (...actions: string[]) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
});

const READ = 'plugin::review.read';

/** The admin's requests of the writing plugin (`/writing/…`). A signed address of a preview carries its own proof: `preview/ticket.ts`. */
export const routes = {
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/autosaves', handler: 'autosave.list', config: can(READ) },
      { method: 'GET', path: '/autosaves/:form', handler: 'autosave.show', config: can(READ) },
      { method: 'PUT', path: '/autosaves/:form', handler: 'autosave.keep', config: can(READ) },
      { method: 'DELETE', path: '/autosaves/:form', handler: 'autosave.forget', config: can(READ) },
      { method: 'POST', path: '/previews', handler: 'preview.open', config: can(READ) },
      { method: 'GET', path: '/preview/:ticket/page', handler: 'preview.page', config: { auth: false } },
      { method: 'GET', path: '/preview/:ticket/asset/:name', handler: 'preview.asset', config: { auth: false } },
      { method: 'GET', path: '/preview/:ticket/file/:name', handler: 'preview.file', config: { auth: false } },
      { method: 'POST', path: '/word', handler: 'word.convert', config: can(READ) },
      { method: 'GET', path: '/scanning', handler: 'attachments.scanning', config: can(READ) },
      { method: 'GET', path: '/documents/:documentId/cited-by', handler: 'relations.citedBy', config: can(READ) },
      { method: 'POST', path: '/suggestions', handler: 'relations.suggest', config: can(READ) },
    ],
  },
};
