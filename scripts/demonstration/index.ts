/** Content of the demonstration: data, and the makers of its files. Who puts it into the CMS imports only from here. */
export { columns } from './columns.ts';
export { departments } from './departments.ts';
export { staff } from './staff.ts';
export { documents } from './documents.ts';
export { drafts } from './drafts.ts';
export { makeAttachment, MEDIA_TYPES } from './attachments.ts';
export { makePicture, pictureNames } from './pictures.ts';
export type * from './types.ts';
export type { PictureName } from './pictures.ts';
