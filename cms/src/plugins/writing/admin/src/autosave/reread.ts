import { adminApi } from '@strapi/admin/strapi-admin';
import { DOCUMENT } from '../../../../review/admin/src/content-manager/document-type';

const tagged = adminApi.enhanceEndpoints({ addTagTypes: ['Document'] });

/** Has the content manager read a document anew, so that form, version and panel are of one moment. */
export const { useRereadDocumentMutation } = tagged.injectEndpoints({
  endpoints: (builder) => ({
    rereadDocument: builder.mutation<null, string>({
      queryFn: () => ({ data: null }),
      invalidatesTags: (_answer, _error, documentId) => [{ type: 'Document', id: `${DOCUMENT}_${documentId}` }],
    }),
  }),
});
