import type { SecrecyInput } from '../../../../checks/admin/src/requests/answers';
import { DOCUMENT } from '../content-manager/document-type';
import { reviewApi } from './api';
import type {
  BulkResult,
  Colleague,
  Comparison,
  DecisionAnswer,
  HistoryAnswer,
  KeptMark,
  Line,
  Notes,
  QueueFilter,
  QueuePage,
} from './reviewing-answers';

/** Requests of the inbox, the decision screen and the history; they carry the tags of `requests/api.ts`, so that a command renews them. */
const documentTag = (documentId: string) => ({ type: 'Document' as const, id: `${DOCUMENT}_${documentId}` });

const present = (filter: object) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));


export const reviewingApi = reviewApi.injectEndpoints({
  endpoints: (builder) => ({
    queue: builder.query<QueuePage, QueueFilter>({
      query: (filter) => ({ url: '/review/inbox/queue', config: { params: present(filter) } }),
      providesTags: ['ReviewInbox'],
    }),
    line: builder.query<Line, { document: string } & QueueFilter>({
      query: ({ page: _page, pageSize: _size, ...filter }) => ({ url: '/review/inbox/line', config: { params: present(filter) } }),
    }),
    approveSeveral: builder.mutation<BulkResult[], { items: { documentId: string; version: number }[]; secrecy: SecrecyInput | null }>({
      query: (data) => ({ url: '/review/inbox/approve', method: 'POST', data }),
      transformResponse: (answer: { results: BulkResult[] }) => answer.results,
      invalidatesTags: (results) => [
        'ReviewInbox',
        { type: 'Document', id: `${DOCUMENT}_LIST` },
        ...(results ?? []).map(({ documentId }) => documentTag(documentId)),
      ],
    }),
    decision: builder.query<DecisionAnswer, { documentId: string; revision?: number }>({
      query: ({ documentId, ...params }) => ({ url: `/review/decisions/${documentId}`, config: { params: present(params) } }),
      providesTags: (_answer, _error, { documentId }) => [documentTag(documentId)],
    }),
    recordOpened: builder.mutation<{ opened: boolean }, { documentId: string; revision: number; contentHash: string }>({
      query: ({ documentId, ...data }) => ({ url: `/review/decisions/${documentId}/opened`, method: 'POST', data }),
      // The inbox shows what was opened; nothing else changes by it.
      invalidatesTags: ['ReviewInbox'],
    }),
    openMarks: builder.query<KeptMark[], string>({
      query: (documentId) => ({ url: `/review/marks/${documentId}` }),
      transformResponse: (answer: { marks: KeptMark[] }) => answer.marks,
      providesTags: (_marks, _error, documentId) => [documentTag(documentId)],
    }),
    compare: builder.query<Comparison, { documentId: string; from: number; to: number | 'draft' }>({
      query: ({ documentId, from, to }) => ({ url: `/review/history/${documentId}/compare`, config: { params: { from, to } } }),
      providesTags: (_answer, _error, { documentId }) => [documentTag(documentId)],
    }),
    notes: builder.query<Notes, string>({
      query: (documentId) => ({ url: `/review/notes/${documentId}` }),
      providesTags: (_notes, _error, documentId) => [{ type: 'Document', id: `notes_${documentId}` }],
    }),
    addNote: builder.mutation<Notes, { documentId: string; text: string }>({
      query: ({ documentId, text }) => ({ url: `/review/notes/${documentId}`, method: 'POST', data: { text } }),
      invalidatesTags: (_notes, error, { documentId }) => (error ? [] : [{ type: 'Document', id: `notes_${documentId}` }, documentTag(documentId)]),
    }),
    colleagues: builder.query<Colleague[], void>({
      query: () => ({ url: '/review/colleagues' }),
      transformResponse: (answer: { colleagues: Colleague[] }) => answer.colleagues,
    }),
    history: builder.query<HistoryAnswer, string>({
      query: (documentId) => ({ url: `/review/history/${documentId}` }),
      providesTags: (_answer, _error, documentId) => [documentTag(documentId)],
    }),
    restore: builder.mutation<{ missing: string[]; version: number }, { documentId: string; revision: number; version: number; input: object }>({
      query: ({ documentId, input, ...data }) => ({ url: `/review/history/${documentId}/restore`, method: 'POST', data: { ...input, ...data } }),
      invalidatesTags: (_answer, error, { documentId }) => (error ? [] : [documentTag(documentId), { type: 'Document', id: `${DOCUMENT}_LIST` }, 'ReviewInbox']),
    }),
  }),
});

export const {
  useQueueQuery,
  useLineQuery,
  useApproveSeveralMutation,
  useDecisionQuery,
  useRecordOpenedMutation,
  useOpenMarksQuery,
  useCompareQuery,
  useNotesQuery,
  useAddNoteMutation,
  useColleaguesQuery,
  useHistoryQuery,
  useRestoreMutation,
} = reviewingApi;
