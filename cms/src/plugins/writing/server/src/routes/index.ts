const can = (...actions: string[]) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
});
const mayRead = can('plugin::review.read');

/** Requests of the writing screens (`/writing/…`). */
export const routes = {
  admin: {
    type: 'admin',
    routes: [
      { method: 'POST', path: '/word', handler: 'word.convert', config: mayRead },
      { method: 'GET', path: '/scanning', handler: 'attachments.scanning', config: mayRead },
      { method: 'GET', path: '/documents/:documentId/cited-by', handler: 'relations.citedBy', config: mayRead },
      { method: 'POST', path: '/suggestions', handler: 'relations.suggest', config: mayRead },
    ],
  },
};
