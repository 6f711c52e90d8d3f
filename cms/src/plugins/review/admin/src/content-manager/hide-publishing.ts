import type { BulkActionComponent, ContentManagerPlugin, DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { DOCUMENT } from './document-type';

type Apis = ContentManagerPlugin['config']['apis'];

/** Publishing is a command of the review; the layouts and models of this application come from files in git. */
const GONE = ['publish', 'unpublish', 'discard', 'clone', 'edit-the-model', 'configure-the-view', 'history'];
/** Columns and departments may be deleted, documents never: they are discarded or withdrawn. */
const GONE_FOR_DOCUMENTS = ['delete'];
const GONE_IN_BULK = ['publish', 'unpublish', 'delete'];

const elsewhere = (action: DocumentActionComponent): DocumentActionComponent => {
  const shown: DocumentActionComponent = (props) => (props.model === DOCUMENT ? null : action(props));
  return Object.assign(shown, { type: action.type, position: action.position });
};

const bulkElsewhere = (action: BulkActionComponent): BulkActionComponent => {
  const shown: BulkActionComponent = (props) => (props.model === DOCUMENT ? null : action(props));
  return Object.assign(shown, { type: action.type });
};

/** Takes Strapi's own buttons off the screen. For people's sake only: the server refuses what they would do (`server/src/guard.ts`). */
export const hidePublishing = (apis: Apis): void => {
  apis.addDocumentAction((actions) =>
    actions
      .filter((action) => !GONE.includes(action.type ?? ''))
      .map((action) => (GONE_FOR_DOCUMENTS.includes(action.type ?? '') ? elsewhere(action) : action)),
  );
  apis.addBulkAction((actions) =>
    actions.map((action) => (GONE_IN_BULK.includes(action.type ?? '') || !action.type ? bulkElsewhere(action) : action)),
  );
};
