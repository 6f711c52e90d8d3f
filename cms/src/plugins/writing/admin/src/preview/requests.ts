import { adminApi } from '@strapi/admin/strapi-admin';

/** Which text of a document is looked at: a revision, or the draft as it was last saved. */
export type Previewed = { documentId: string; revision: number | 'draft' };

export interface PreviewAddress {
  /** On the CMS, good for five minutes, in this browser only. */
  url: string;
  until: string;
}

/** A signed address is asked for anew at every look, and so not kept in the admin's cache. */
export const { useOpenPreviewMutation } = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    openPreview: builder.mutation<PreviewAddress, Previewed>({
      query: (previewed) => ({ url: '/writing/previews', method: 'POST', data: previewed }),
    }),
  }),
});
