import type { Core } from '@strapi/strapi';
import { DOCUMENT } from '../../../../review/server/src/commands/draft';
import { cleanFields } from '../../../../review/server/src/commands/fields';
import { reading } from '../../../../review/server/src/tables/reading';
import type { Autosave } from './store';
import { forgetAutosave, newForms, readAutosave } from './store';

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
const idsOf = (value: unknown): unknown => (Array.isArray(value) ? value.map((item: unknown) => (item as { id?: unknown } | null)?.id ?? item) : value);

/** Whether everything that was kept of a form is in what is being saved, after the same cleaning. */
const isIn = (autosave: Autosave, data: Record<string, unknown>): boolean => {
  const cleaned: Record<string, unknown> = { ...autosave.changed };
  cleanFields(cleaned);
  return Object.keys(cleaned).every((field) => field in data && same(idsOf(cleaned[field]), idsOf(data[field])));
};

/**
 * Forgets the autosave of whoever saves a document with just that content, in the same transaction. The window does the same when the
 * answer reaches it; here nothing is left over when it does not. Anything that differs stays and is offered again.
 */
export const forgetWhatIsSaved = (strapi: Core.Strapi): void => {
  const forget = async ({ uid, action, params: given }: { uid: string; action: string; params: unknown }, next: () => Promise<unknown>) => {
    const result = await next();
    const user = strapi.requestContext.get()?.state?.user as { id?: number | string } | undefined;
    if (uid !== DOCUMENT || user?.id === undefined || (action !== 'create' && action !== 'update')) return result;
    const { documentId, data = {} } = given as { documentId?: string; data?: Record<string, unknown> };
    const account = String(user.id);
    const knex = await reading(strapi);
    const own = documentId ? [await readAutosave(knex, account, documentId)] : await newForms(knex, account);
    for (const autosave of own) if (autosave && isIn(autosave, data)) await forgetAutosave(knex, account, autosave.form, autosave.seq);
    return result;
  };
  strapi.documents.use(forget as unknown as Parameters<typeof strapi.documents.use>[0]);
};
