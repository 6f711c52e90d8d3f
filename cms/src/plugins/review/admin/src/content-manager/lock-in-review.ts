import type { StrapiApp } from '@strapi/admin/strapi-admin';
import { getFetchClient } from '@strapi/admin/strapi-admin';
import { EDITABLE } from '../../../server/src/decisions/states';
import type { Panel } from '../requests/answers';
import { DOCUMENT, editedDocument } from './document-type';

type Middleware = Exclude<Parameters<StrapiApp['addRBACMiddleware']>[0], unknown[]>;
type Permissions = Parameters<ReturnType<ReturnType<Middleware>>>[0];

const UPDATE = 'plugin::content-manager.explorer.update';

const writes = ({ action, subject }: Permissions[number]): boolean => action === UPDATE && subject === DOCUMENT;

const stateOf = async (documentId: string): Promise<Panel['state'] | null> => {
  try {
    return (await getFetchClient().get<Panel>(`/review/documents/${documentId}`)).data.state;
  } catch {
    // The panel asks for the same and shows what is wrong; the server refuses the save in any case.
    return null;
  }
};

/**
 * Greys out the form while a document is under review or public: what would be typed there could never be saved. Decided by the
 * server (`commands/edit-draft.ts`); this only spares people the work. Reads the address from the window, because the admin's own
 * notion of it is one step behind while a page opens.
 */
export const lockInReview: Middleware = () => (next) => async (permissions) => {
  const documentId = editedDocument(window.location.pathname);
  if (!documentId || !permissions.some(writes)) return next(permissions);
  const state = await stateOf(documentId);
  return next(state && !EDITABLE.includes(state) ? permissions.filter((permission) => !writes(permission)) : permissions);
};
