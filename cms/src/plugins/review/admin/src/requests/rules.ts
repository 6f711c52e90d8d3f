import { adminApi } from '@strapi/admin/strapi-admin';
import type { Alarm, Deputies, DeputyRequest, Effect, EffectsQuestion } from './rules-answers';

const tagged = adminApi.enhanceEndpoints({ addTagTypes: ['ReviewInbox', 'ReviewDeputies'] });

/** Requests of what time, absence and emergencies add to the review. */
export const rulesApi = tagged.injectEndpoints({
  endpoints: (builder) => ({
    effects: builder.query<Effect[], EffectsQuestion>({
      query: ({ documentId, ...params }) => ({ url: `/review/documents/${documentId}/effects`, config: { params } }),
      transformResponse: (answer: { effects: Effect[] }) => answer.effects,
      keepUnusedDataFor: 0,
    }),
    alarms: builder.query<Alarm[], void>({
      query: () => ({ url: '/review/alarms' }),
      transformResponse: (answer: { alarms: Alarm[] }) => answer.alarms,
      providesTags: ['ReviewInbox'],
    }),
    deputies: builder.query<Deputies, void>({ query: () => ({ url: '/review/deputies' }), providesTags: ['ReviewDeputies'] }),
    nameDeputy: builder.mutation<{ id: string }, DeputyRequest>({
      query: (data) => ({ url: '/review/deputies', method: 'POST', data }),
      invalidatesTags: ['ReviewDeputies'],
    }),
    revokeDeputy: builder.mutation<void, string>({
      query: (id) => ({ url: `/review/deputies/${id}/revoke`, method: 'POST', data: {} }),
      invalidatesTags: ['ReviewDeputies'],
    }),
  }),
});

export const { useEffectsQuery, useAlarmsQuery, useDeputiesQuery, useNameDeputyMutation, useRevokeDeputyMutation } = rulesApi;
