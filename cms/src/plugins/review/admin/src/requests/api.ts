import { adminApi } from '@strapi/admin/strapi-admin';
import { DOCUMENT } from '../content-manager/document-type';
import type {
  ActRequest,
  AuditActors,
  AuditEntry,
  AuditFilter,
  AuditPage,
  ColumnChoice,
  DepartmentChoice,
  Inbox,
  LinkChoice,
  Panel,
  RunningVerification,
} from './answers';

/**
 * Requests of our screens, in the admin's own cache. The panel carries the content manager's tag of its document: saving the form
 * reads the panel anew, and a command reads the form anew, so that the form's next save carries the new `lockVersion`.
 */
const tagged = adminApi.enhanceEndpoints({ addTagTypes: ['Document', 'ReviewInbox'] });

const documentTag = (documentId: string) => ({ type: 'Document' as const, id: `${DOCUMENT}_${documentId}` });

/** An empty filter is left out: `strictParams` and the audit's own query take a present one at its word. */
const present = (filter: object) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));

export const reviewApi = tagged.injectEndpoints({
  endpoints: (builder) => ({
    panel: builder.query<Panel, string>({
      query: (documentId) => ({ url: `/review/documents/${documentId}` }),
      providesTags: (_panel, _error, documentId) => [documentTag(documentId)],
    }),
    act: builder.mutation<Panel, ActRequest>({
      query: ({ documentId, action, version, input }) => ({
        url: `/review/documents/${documentId}/${action}`,
        method: 'POST',
        data: { version, ...input },
      }),
      // Not after a refusal: whoever was overtaken is to look at the new text before pressing again.
      invalidatesTags: (_panel, error, { documentId }) =>
        error ? [] : [documentTag(documentId), { type: 'Document', id: `${DOCUMENT}_LIST` }, 'ReviewInbox'],
    }),
    /** Has the content manager read a document anew, so that form, version and panel are of one moment. */
    readAnew: builder.mutation<null, string>({
      queryFn: () => ({ data: null }),
      invalidatesTags: (_nothing, _error, documentId) => [documentTag(documentId)],
    }),
    inbox: builder.query<Inbox, void>({ query: () => ({ url: '/review/inbox' }), providesTags: ['ReviewInbox'] }),
    columns: builder.query<ColumnChoice[], void>({
      query: () => ({ url: '/review/columns' }),
      transformResponse: (answer: { columns: ColumnChoice[] }) => answer.columns,
    }),
    departments: builder.query<DepartmentChoice[], void>({
      query: () => ({ url: '/review/departments' }),
      transformResponse: (answer: { departments: DepartmentChoice[] }) => answer.departments,
    }),
    links: builder.query<LinkChoice[], { q: string } | { ids: string }>({
      query: (params) => ({ url: '/review/links', config: { params } }),
      transformResponse: (answer: { documents: LinkChoice[] }) => answer.documents,
    }),
    audit: builder.query<AuditPage, AuditFilter>({
      query: (filter) => ({ url: '/review/audit', config: { params: present(filter) } }),
    }),
    auditEntry: builder.query<AuditEntry, number>({
      query: (seq) => ({ url: `/review/audit/entries/${seq}` }),
      transformResponse: (answer: { entry: AuditEntry }) => answer.entry,
    }),
    auditActors: builder.query<AuditActors, void>({ query: () => ({ url: '/review/audit/actors' }) }),
    startVerification: builder.mutation<RunningVerification, void>({
      query: () => ({ url: '/review/audit/verifications', method: 'POST', data: {} }),
    }),
    verification: builder.query<RunningVerification, string>({
      query: (id) => ({ url: `/review/audit/verifications/${id}` }),
      keepUnusedDataFor: 0,
    }),
  }),
});

export const {
  usePanelQuery,
  useActMutation,
  useReadAnewMutation,
  useInboxQuery,
  useColumnsQuery,
  useDepartmentsQuery,
  useLinksQuery,
  useLazyAuditQuery,
  useLazyAuditEntryQuery,
  useAuditActorsQuery,
  useStartVerificationMutation,
  useVerificationQuery,
} = reviewApi;
