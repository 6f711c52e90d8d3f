import { adminApi } from '@strapi/admin/strapi-admin';
import { DOCUMENT } from '../../../../review/admin/src/content-manager/document-type';
import type { ChecksAnswer, NewWord, SecrecyAnswer, SecrecyInput, TryAnswer, WordsAnswer } from './answers';

const tagged = adminApi.enhanceEndpoints({ addTagTypes: ['Document', 'ChecksWords'] });

const documentTag = (documentId: string) => ({ type: 'Document' as const, id: `${DOCUMENT}_${documentId}` });

/** Requests of the checks' screens. Answers about a document carry its tag, so that saving or a command reads them anew. */
export const checksApi = tagged.injectEndpoints({
  endpoints: (builder) => ({
    checks: builder.query<ChecksAnswer, string>({
      query: (documentId) => ({ url: `/checks/documents/${documentId}` }),
      // Not read anew by itself: it reads attachments, so a person asks for it.
      keepUnusedDataFor: 0,
    }),
    secrecy: builder.query<SecrecyAnswer, string>({
      query: (documentId) => ({ url: `/checks/documents/${documentId}/secrecy` }),
      providesTags: (_answer, _error, documentId) => [documentTag(documentId)],
    }),
    reviewSecrecy: builder.mutation<SecrecyAnswer, { documentId: string; contentHash: string | null; input: SecrecyInput }>({
      query: ({ documentId, contentHash, input }) => ({ url: `/checks/documents/${documentId}/secrecy`, method: 'POST', data: { ...input, contentHash } }),
      invalidatesTags: (_answer, error, { documentId }) => (error ? [] : [documentTag(documentId)]),
    }),
    words: builder.query<WordsAnswer, void>({ query: () => ({ url: '/checks/words' }), providesTags: ['ChecksWords'] }),
    changeWords: builder.mutation<WordsAnswer, { version: number; add: NewWord[]; remove: string[]; note: string }>({
      query: (data) => ({ url: '/checks/words', method: 'POST', data }),
      invalidatesTags: ['ChecksWords'],
    }),
    tryText: builder.mutation<TryAnswer, string>({ query: (text) => ({ url: '/checks/words/try', method: 'POST', data: { text } }) }),
  }),
});

export const { useChecksQuery, useLazyChecksQuery, useSecrecyQuery, useReviewSecrecyMutation, useWordsQuery, useChangeWordsMutation, useTryTextMutation } = checksApi;
