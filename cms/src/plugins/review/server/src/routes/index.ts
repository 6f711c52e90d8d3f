const can = (...actions: string[]) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
});
const loggedIn = { policies: ['admin::isAuthenticatedAdmin'] };

const operator = (path: string, handler: string) => ({ method: 'POST', path, handler: `operator.${handler}`, config: { auth: false } });

/** The admin's requests (`/review/…`, turned into commands) and the operators' (`/api/review/…`). */
export const routes = {
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/home', handler: 'home.show', config: loggedIn },
      { method: 'GET', path: '/documents', handler: 'documents.list', config: can('plugin::review.read') },
      { method: 'GET', path: '/documents/:documentId', handler: 'panel.show', config: can('plugin::review.read') },
      { method: 'POST', path: '/documents/:documentId/:action', handler: 'panel.act', config: can('plugin::review.read') },
      { method: 'GET', path: '/documents/:documentId/effects', handler: 'effects.show', config: can('plugin::review.read') },
      { method: 'GET', path: '/alarms', handler: 'alarms.list', config: can('plugin::review.read') },
      { method: 'GET', path: '/deputies', handler: 'deputies.list', config: can('plugin::review.deputies') },
      { method: 'POST', path: '/deputies', handler: 'deputies.name', config: can('plugin::review.deputies') },
      { method: 'POST', path: '/deputies/:id/revoke', handler: 'deputies.revoke', config: can('plugin::review.deputies') },
      { method: 'GET', path: '/inbox', handler: 'inbox.list', config: can('plugin::review.read') },
      { method: 'GET', path: '/inbox/queue', handler: 'inbox.queue', config: can('plugin::review.read') },
      { method: 'GET', path: '/inbox/line', handler: 'inbox.line', config: can('plugin::review.read') },
      { method: 'POST', path: '/inbox/approve', handler: 'inbox.approve', config: can('plugin::review.read') },
      { method: 'GET', path: '/decisions/:documentId', handler: 'decision.show', config: can('plugin::review.read') },
      { method: 'POST', path: '/decisions/:documentId/opened', handler: 'decision.opened', config: can('plugin::review.read') },
      { method: 'GET', path: '/decisions/:documentId/files/:revision/:sha256', handler: 'decision.file', config: can('plugin::review.read') },
      { method: 'GET', path: '/marks/:documentId', handler: 'decision.marks', config: can('plugin::review.read') },
      { method: 'GET', path: '/notes/:documentId', handler: 'notes.list', config: can('plugin::review.read') },
      { method: 'POST', path: '/notes/:documentId', handler: 'notes.add', config: can('plugin::review.read') },
      { method: 'GET', path: '/colleagues', handler: 'notes.colleagues', config: can('plugin::review.read') },
      { method: 'GET', path: '/history/:documentId', handler: 'history.list', config: can('plugin::review.read') },
      { method: 'GET', path: '/history/:documentId/compare', handler: 'history.compare', config: can('plugin::review.read') },
      { method: 'POST', path: '/history/:documentId/restore', handler: 'history.restore', config: can('plugin::review.read') },
      { method: 'GET', path: '/columns', handler: 'reference.columns', config: loggedIn },
      { method: 'GET', path: '/departments', handler: 'reference.departments', config: loggedIn },
      { method: 'GET', path: '/links', handler: 'reference.links', config: can('plugin::review.read') },
      { method: 'GET', path: '/audit', handler: 'audit.list', config: can('plugin::review.audit') },
      { method: 'GET', path: '/audit/actors', handler: 'audit.actors', config: can('plugin::review.audit') },
      { method: 'GET', path: '/audit/entries/:seq', handler: 'audit.entry', config: can('plugin::review.audit') },
      { method: 'GET', path: '/audit/export', handler: 'audit.export', config: can('plugin::review.audit') },
      { method: 'POST', path: '/audit/verify', handler: 'audit.verify', config: can('plugin::review.audit') },
      { method: 'POST', path: '/audit/verifications', handler: 'audit.startVerification', config: can('plugin::review.audit') },
      { method: 'GET', path: '/audit/verifications/:id', handler: 'audit.verification', config: can('plugin::review.audit') },
    ],
  },
  'content-api': {
    type: 'content-api',
    routes: [operator('/import', 'import'), operator('/verify', 'verify'), operator('/alarms', 'alarms'), operator('/verify-export', 'verifyExport'), operator('/accounts', 'accounts'), operator('/reference', 'reference')],
  },
};
