import type { Core } from '@strapi/strapi';
import { DOCUMENT } from './commands/draft';
import { FIELD_HELP } from './decisions/field-help';

interface Metadata {
  edit?: Record<string, unknown>;
  list?: Record<string, unknown>;
}

interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, Metadata>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

interface ContentTypes {
  findConfiguration(contentType: { uid: string }): Promise<Configuration>;
  updateConfiguration(contentType: { uid: string }, configuration: Partial<Configuration>): Promise<unknown>;
}

interface FormLayout {
  settings: Record<string, unknown>;
  list: string[];
  edit: { name: string; size: number }[][];
}

const row = (...fields: [name: string, size: number][]) => fields.map(([name, size]) => ({ name, size }));

const ordered = (field: string, order: 'ASC' | 'DESC') => ({ defaultSortBy: field, defaultSortOrder: order, pageSize: 20, bulkable: false });

const LAYOUTS: Record<string, FormLayout> = {
  /** As an official document is read: what and where, text, source, then its particulars. What only commands write is not in the form. */
  [DOCUMENT]: {
    settings: { mainField: 'title', ...ordered('updatedAt', 'DESC') },
    list: ['title', 'columnCode', 'departmentCode', 'reviewState', 'updatedAt'],
    edit: [
      row(['title', 12]),
      row(['columnCode', 6], ['departmentCode', 6]),
      row(['particulars', 12]),
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
    ],
  },
  'api::column.column': {
    settings: { mainField: 'name', ...ordered('position', 'ASC') },
    list: ['name', 'code', 'kind', 'freshWithinDays', 'position'],
    edit: [row(['name', 6], ['code', 6]), row(['kind', 6], ['freshWithinDays', 6]), row(['description', 12]), row(['keywords', 12]), row(['columnType', 6], ['position', 6])],
  },
  'api::department.department': {
    settings: { mainField: 'name', ...ordered('position', 'ASC') },
    list: ['name', 'code', 'kind', 'phone', 'position'],
    edit: [row(['name', 6], ['code', 6]), row(['kind', 6], ['position', 6]), row(['duties', 12]), row(['address', 6], ['phone', 6]), row(['officeHours', 12]), row(['leaders', 12])],
  },
  'api::staff-profile.staff-profile': {
    settings: { mainField: 'email', ...ordered('email', 'ASC') },
    list: ['email', 'note'],
    edit: [row(['email', 6], ['note', 6]), row(['departments', 12])],
  },
};

const withHelp = (metadatas: Record<string, Metadata>, help: Record<string, string>): Record<string, Metadata> =>
  Object.fromEntries(
    Object.entries(metadatas).map(([field, metadata]) => [
      field,
      help[field] ? { ...metadata, edit: { ...metadata.edit, description: help[field] } } : metadata,
    ]),
  );

/** Layout of forms and lists as code, with a sentence of help under each field, applied at every start. */
export const applyFormLayout = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.plugin('content-manager').service('content-types') as ContentTypes;
  for (const [uid, { settings: ours, list, edit }] of Object.entries(LAYOUTS)) {
    const { settings, metadatas } = await service.findConfiguration({ uid });
    await service.updateConfiguration(
      { uid },
      { settings: { ...settings, ...ours }, metadatas: withHelp(metadatas, FIELD_HELP[uid] ?? {}), layouts: { list, edit } },
    );
  }
};
