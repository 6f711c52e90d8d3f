const can = (...actions: string[]) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
});
const READ = can('plugin::review.read');
const WORDS = can('plugin::checks.words');

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/documents/:documentId', handler: 'documents.show', config: READ },
      { method: 'GET', path: '/documents/:documentId/secrecy', handler: 'documents.secrecy', config: READ },
      { method: 'POST', path: '/documents/:documentId/secrecy', handler: 'documents.review', config: READ },
      { method: 'GET', path: '/words', handler: 'words.list', config: WORDS },
      { method: 'POST', path: '/words', handler: 'words.change', config: WORDS },
      { method: 'POST', path: '/words/try', handler: 'words.try', config: WORDS },
    ],
  },
};
