import type { Core } from '@strapi/strapi';
import { DOCUMENT } from './commands/draft';

interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, unknown>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

interface ContentTypes {
  findConfiguration(contentType: { uid: string }): Promise<Configuration>;
  updateConfiguration(contentType: { uid: string }, configuration: Partial<Configuration>): Promise<unknown>;
}

const row = (...fields: [name: string, size: number][]) => fields.map(([name, size]) => ({ name, size }));

/** Order of the form as an official document is read: what and where, text, source, then the particulars of an official document. */
const EDIT = [
  row(['title', 12]),
  row(['columnCode', 6], ['departmentCode', 6]),
  row(['body', 12]),
  row(['summary', 12]),
  row(['source', 6], ['author', 6]),
  row(['keywords', 12]),
  row(['attachments', 12]),
  row(['issuer', 6], ['documentNumber', 6]),
  row(['writtenOn', 6], ['validity', 6]),
  row(['topicClass', 6], ['genreClass', 6]),
  row(['audienceClass', 6], ['disclosure', 6]),
  row(['interprets', 12]),
  row(['amends', 12]),
  row(['repeals', 12]),
];
const LIST = ['title', 'columnCode', 'departmentCode', 'reviewState', 'updatedAt'];
const SETTINGS = { mainField: 'title', defaultSortBy: 'updatedAt', defaultSortOrder: 'DESC', pageSize: 20, bulkable: false };

/** Layout of form and list as code, applied at every start; what only commands write (索引号, state, version) is not in the form. */
export const applyFormLayout = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.plugin('content-manager').service('content-types') as ContentTypes;
  const { settings, metadatas } = await service.findConfiguration({ uid: DOCUMENT });
  await service.updateConfiguration({ uid: DOCUMENT }, { settings: { ...settings, ...SETTINGS }, metadatas, layouts: { list: LIST, edit: EDIT } });
};
