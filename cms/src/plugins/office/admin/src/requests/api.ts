import { adminApi } from '@strapi/admin/strapi-admin';
import type {
  Calendar,
  CalendarYear,
  Deadlines,
  EntryDetail,
  NoticeChoice,
  NoticePage,
  Promises,
  RegisterFilter,
  RegisterPage,
  ShownEntry,
  ShownPromise,
  Template,
  Templates,
} from './answers';

const tagged = adminApi.enhanceEndpoints({
  addTagTypes: ['OfficeRegister', 'OfficeCalendar', 'OfficePromises', 'OfficeTemplates', 'OfficeNotices', 'OfficeChoices'],
});

const present = (filter: object) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));

interface ActRequest {
  id: string;
  act: 'sign' | 'file' | 'void' | 'link' | 'unlink';
  version: number;
  name?: string;
  fileNumber?: string;
  reason?: string;
  publicId?: string;
}

export const officeApi = tagged.injectEndpoints({
  endpoints: (builder) => ({
    register: builder.query<RegisterPage, RegisterFilter>({
      query: (filter) => ({ url: '/office/register', config: { params: present(filter) } }),
      providesTags: ['OfficeRegister'],
    }),
    registerPrint: builder.query<{ entries: ShownEntry[] }, RegisterFilter>({
      query: (filter) => ({ url: '/office/register/print', config: { params: present(filter) } }),
      keepUnusedDataFor: 0,
    }),
    entry: builder.query<EntryDetail, string>({
      query: (id) => ({ url: `/office/register/${id}` }),
      providesTags: ['OfficeRegister'],
    }),
    entriesOfDocument: builder.query<{ entries: ShownEntry[] }, string>({
      query: (publicId) => ({ url: `/office/documents/${publicId}/register` }),
      providesTags: ['OfficeRegister'],
    }),
    enter: builder.mutation<{ entry: ShownEntry }, { id: string | null; data: object }>({
      query: ({ id, data }) => ({ url: id ? `/office/register/${id}` : '/office/register', method: id ? 'PUT' : 'POST', data }),
      invalidatesTags: (_entry, error) => (error ? [] : ['OfficeRegister']),
    }),
    actOnEntry: builder.mutation<{ entry: ShownEntry }, ActRequest>({
      query: ({ id, act, ...data }) => ({ url: `/office/register/${id}/${act}`, method: 'POST', data }),
      invalidatesTags: (_entry, error) => (error ? [] : ['OfficeRegister']),
    }),
    deadlines: builder.query<Deadlines, void>({ query: () => ({ url: '/office/deadlines' }), providesTags: ['OfficeRegister', 'OfficeCalendar'] }),
    calendar: builder.query<Calendar, void>({ query: () => ({ url: '/office/calendar' }), providesTags: ['OfficeCalendar'] }),
    keepCalendar: builder.mutation<{ moved: number }, Pick<CalendarYear, 'year' | 'source' | 'days' | 'version'>>({
      query: ({ year, ...data }) => ({ url: `/office/calendar/${year}`, method: 'PUT', data }),
      invalidatesTags: (_moved, error) => (error ? [] : ['OfficeCalendar', 'OfficeRegister']),
    }),
    promises: builder.query<Promises, void>({ query: () => ({ url: '/office/promises' }), providesTags: ['OfficePromises'] }),
    keepPromise: builder.mutation<{ id: string }, { id: string | null; data: Partial<ShownPromise> }>({
      query: ({ id, data }) => ({ url: id ? `/office/promises/${id}` : '/office/promises', method: id ? 'PUT' : 'POST', data }),
      invalidatesTags: (_id, error) => (error ? [] : ['OfficePromises']),
    }),
    dropPromise: builder.mutation<void, string>({
      query: (id) => ({ url: `/office/promises/${id}`, method: 'DELETE' }),
      invalidatesTags: ['OfficePromises'],
    }),
    templates: builder.query<Templates, string | void>({
      query: (column) => ({ url: '/office/templates', config: { params: present({ column: column ?? '' }) } }),
      providesTags: ['OfficeTemplates'],
    }),
    keepTemplate: builder.mutation<{ id: string }, { id: string | null; data: Partial<Template> }>({
      query: ({ id, data }) => ({ url: id ? `/office/templates/${id}` : '/office/templates', method: id ? 'PUT' : 'POST', data }),
      invalidatesTags: (_id, error) => (error ? [] : ['OfficeTemplates']),
    }),
    dropTemplate: builder.mutation<void, string>({
      query: (id) => ({ url: `/office/templates/${id}`, method: 'DELETE' }),
      invalidatesTags: ['OfficeTemplates'],
    }),
    noticeCount: builder.query<{ unread: number }, void>({ query: () => ({ url: '/office/notices/count' }), providesTags: ['OfficeNotices'] }),
    notices: builder.query<NoticePage, { before?: string; unread?: string }>({
      query: (filter) => ({ url: '/office/notices', config: { params: present(filter) } }),
      providesTags: ['OfficeNotices'],
    }),
    readNotices: builder.mutation<{ read: number }, string | null>({
      query: (id) => ({ url: '/office/notices/read', method: 'POST', data: id ? { id } : {} }),
      invalidatesTags: ['OfficeNotices'],
    }),
    noticeChoices: builder.query<NoticeChoice[], void>({
      query: () => ({ url: '/office/notices/choices' }),
      transformResponse: (answer: { choices: NoticeChoice[] }) => answer.choices,
      providesTags: ['OfficeChoices'],
    }),
    chooseNotices: builder.mutation<unknown, NoticeChoice[]>({
      query: (choices) => ({ url: '/office/notices/choices', method: 'PUT', data: { choices } }),
      invalidatesTags: ['OfficeChoices'],
    }),
  }),
});

export const {
  useRegisterQuery,
  useLazyRegisterPrintQuery,
  useEntryQuery,
  useEntriesOfDocumentQuery,
  useEnterMutation,
  useActOnEntryMutation,
  useDeadlinesQuery,
  useCalendarQuery,
  useKeepCalendarMutation,
  usePromisesQuery,
  useKeepPromiseMutation,
  useDropPromiseMutation,
  useTemplatesQuery,
  useKeepTemplateMutation,
  useDropTemplateMutation,
  useNoticeCountQuery,
  useNoticesQuery,
  useReadNoticesMutation,
  useNoticeChoicesQuery,
  useChooseNoticesMutation,
} = officeApi;
