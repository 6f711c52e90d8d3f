import { getFetchClient } from '@strapi/admin/strapi-admin';

/** What Strapi keeps of a login in the browser. */
const KEPT = ['jwtToken', 'userInfo', 'isLoggedIn'];

const forgetLogin = (): void => {
  for (const name of KEPT) localStorage.removeItem(name);
  for (const path of ['/', '/admin']) document.cookie = `jwtToken=; Path=${path}; Expires=Thu, 01 Jan 1970 00:00:01 GMT`;
};

/** Back to the login page, as nobody. */
export const leave = async (): Promise<void> => {
  try {
    await getFetchClient().post('/admin/logout');
  } catch (error) {
    // A session that is over already cannot be logged out; the browser forgets it all the same.
    console.warn('accounts: logout was refused', error);
  }
  forgetLogin();
  window.location.assign('/admin/auth/login');
};
