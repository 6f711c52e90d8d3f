import { createHmac, timingSafeEqual } from 'node:crypto';
import { environment } from '../../../../environment';

interface Context {
  path: string;
  status: number;
  body: unknown;
  /** `admitted`: the accounts plugin's gate let this session through; one that has given only its password sees no file. */
  state: { user?: { id?: unknown }; admitted?: boolean };
  cookies: { get(name: string): string | undefined; set(name: string, value: string, options: object): void };
}

const COOKIE = 'gongkai_media';
const LIFETIME_MS = 30 * 60 * 1000;

const seal = (until: string): string => createHmac('sha256', environment().mediaKey).update(`media ${until}`).digest('base64url');

const admits = (cookie: string | undefined): boolean => {
  const [until = '', given = ''] = (cookie ?? '').split('.');
  const expected = Buffer.from(seal(until));
  const handed = Buffer.from(given);
  return Number(until) > Date.now() && expected.length === handed.length && timingSafeEqual(expected, handed);
};

/**
 * The media library is the editors' own: what is not yet approved lies in it. Strapi serves `/uploads/` to anybody; here it asks for
 * a short-lived cookie that every request of a logged-in account renews. The public gets files from releases only.
 */
export const mediaGate = () => async (context: Context, next: () => Promise<unknown>) => {
  if (context.path.startsWith('/uploads/') && !admits(context.cookies.get(COOKIE))) {
    context.status = 404;
    context.body = '';
    return;
  }
  await next();
  if (context.state.user?.id === undefined || context.state.admitted !== true) return;
  const until = String(Date.now() + LIFETIME_MS);
  context.cookies.set(COOKIE, `${until}.${seal(until)}`, { httpOnly: true, sameSite: 'strict', path: '/uploads/', maxAge: LIFETIME_MS, overwrite: true, signed: false });
};
