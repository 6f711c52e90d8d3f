import { inChinese } from './decisions/messages';

interface Context {
  path: string;
  body: unknown;
}

interface Answer {
  error?: { message?: unknown; details?: { errors?: { message?: unknown }[] } };
}

/** What programs ask (`/api/…`) stays as it is; people ask the rest. */
const ASKED_BY_PROGRAMS = '/api/';

/** Stands around Strapi's own middleware for errors: its answers to people leave in Chinese, whichever part of Strapi refused. */
export const answerInChinese = () => async (ctx: Context, next: () => Promise<unknown>) => {
  await next();
  if (ctx.path.startsWith(ASKED_BY_PROGRAMS)) return;
  const error = (ctx.body as Answer | null | undefined)?.error;
  if (typeof error?.message !== 'string') return;
  error.message = inChinese(error.message);
  for (const one of error.details?.errors ?? []) if (typeof one.message === 'string') one.message = inChinese(one.message);
};
