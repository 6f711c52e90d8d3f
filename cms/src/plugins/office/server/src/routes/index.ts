const can = (...actions: string[]) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
});
const loggedIn = { policies: ['admin::isAuthenticatedAdmin'] };
const read = can('plugin::office.read');

/** The admin's requests (`/office/…`); what each person may do with them is decided by `decisions/register.ts`. */
export const routes = {
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/register', handler: 'register.list', config: read },
      { method: 'POST', path: '/register', handler: 'register.create', config: read },
      { method: 'GET', path: '/register/print', handler: 'register.print', config: read },
      { method: 'GET', path: '/register/csv', handler: 'register.csv', config: read },
      { method: 'GET', path: '/register/:id', handler: 'register.show', config: read },
      { method: 'PUT', path: '/register/:id', handler: 'register.edit', config: read },
      { method: 'POST', path: '/register/:id/:act', handler: 'register.act', config: read },
      { method: 'GET', path: '/deadlines', handler: 'register.deadlines', config: read },
      { method: 'GET', path: '/documents/:publicId/register', handler: 'register.ofDocument', config: read },
      { method: 'GET', path: '/calendar', handler: 'calendar.list', config: loggedIn },
      { method: 'GET', path: '/calendar/term', handler: 'calendar.term', config: loggedIn },
      { method: 'PUT', path: '/calendar/:year', handler: 'calendar.put', config: read },
      { method: 'GET', path: '/promises', handler: 'promises.list', config: loggedIn },
      { method: 'POST', path: '/promises', handler: 'promises.put', config: read },
      { method: 'PUT', path: '/promises/:id', handler: 'promises.put', config: read },
      { method: 'DELETE', path: '/promises/:id', handler: 'promises.drop', config: read },
      { method: 'GET', path: '/templates', handler: 'templates.list', config: read },
      { method: 'POST', path: '/templates', handler: 'templates.put', config: read },
      { method: 'PUT', path: '/templates/:id', handler: 'templates.put', config: read },
      { method: 'DELETE', path: '/templates/:id', handler: 'templates.drop', config: read },
      { method: 'GET', path: '/notices', handler: 'notices.list', config: loggedIn },
      { method: 'GET', path: '/notices/count', handler: 'notices.count', config: loggedIn },
      { method: 'POST', path: '/notices/read', handler: 'notices.read', config: loggedIn },
      { method: 'GET', path: '/notices/choices', handler: 'notices.choices', config: loggedIn },
      { method: 'PUT', path: '/notices/choices', handler: 'notices.choose', config: loggedIn },
    ],
  },
};
