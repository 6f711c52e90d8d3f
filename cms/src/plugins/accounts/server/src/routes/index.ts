const loggedIn = { policies: ['admin::isAuthenticatedAdmin'] };
const people = { policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: ['plugin::accounts.people'] } }] };

/** Requests of our screens (`/accounts/…`). */
export const routes = {
  admin: {
    type: 'admin',
    routes: [
      { method: 'GET', path: '/gate', handler: 'gate.show', config: loggedIn },
      { method: 'POST', path: '/gate/code', handler: 'gate.code', config: loggedIn },
      { method: 'POST', path: '/gate/password', handler: 'gate.password', config: loggedIn },
      { method: 'POST', path: '/gate/enrolment', handler: 'gate.enrolment', config: loggedIn },
      { method: 'POST', path: '/gate/enrolment/confirm', handler: 'gate.confirm', config: loggedIn },
      { method: 'GET', path: '/me', handler: 'own.show', config: loggedIn },
      { method: 'POST', path: '/me/password', handler: 'own.password', config: loggedIn },
      { method: 'POST', path: '/me/second-factor', handler: 'own.enrolment', config: loggedIn },
      { method: 'POST', path: '/me/second-factor/confirm', handler: 'own.confirm', config: loggedIn },
      { method: 'POST', path: '/me/second-factor/off', handler: 'own.giveUp', config: loggedIn },
      { method: 'POST', path: '/me/recovery-codes', handler: 'own.recoveryCodes', config: loggedIn },
      { method: 'POST', path: '/me/told', handler: 'own.told', config: loggedIn },
      { method: 'GET', path: '/people', handler: 'people.list', config: people },
      { method: 'POST', path: '/people', handler: 'people.create', config: people },
      { method: 'POST', path: '/people/:id/:action', handler: 'people.act', config: people },
    ],
  },
};
