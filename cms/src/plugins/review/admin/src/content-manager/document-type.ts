/** 公开信息: the content type that is reviewed. */
export const DOCUMENT = 'api::document.document';

/** Where a document is edited, below the admin's own address. */
export const editAddress = (documentId: string): string => `/content-manager/collection-types/${DOCUMENT}/${documentId}`;

/** Document id of the edit view at an address; null anywhere else (a list, a new document). */
export const editedDocument = (pathname: string): string | null => {
  const id = pathname.split(`/collection-types/${DOCUMENT}/`)[1]?.split('/')[0];
  return id && id !== 'create' && id !== 'configurations' && id !== 'clone' ? id : null;
};
