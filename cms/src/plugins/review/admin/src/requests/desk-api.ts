import { reviewApi } from './api';
import type { DocumentPage, Home } from './desk-answers';

/** Requests of the home page and of 稿件; both read anew after a command, like the inbox. */
const deskApi = reviewApi.injectEndpoints({
  endpoints: (builder) => ({
    home: builder.query<Home, void>({ query: () => ({ url: '/review/home' }), providesTags: ['ReviewInbox'] }),
    documents: builder.query<DocumentPage, Record<string, string>>({
      query: (params) => ({ url: '/review/documents', config: { params } }),
      providesTags: ['ReviewInbox'],
    }),
  }),
});

export const { useHomeQuery, useDocumentsQuery } = deskApi;
