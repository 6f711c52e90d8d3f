import { getFetchClient } from '@strapi/admin/strapi-admin';
import type { State } from '../../../../review/server/src/decisions/states';
import type { Fields, Typed } from './form-values';

/** What the server keeps of a form (`server/src/autosave/store.ts`). */
export interface ServerText extends Typed {
  form: string;
  tab: string;
  seq: number;
  baseVersion: number | null;
  savedAt: string;
}

/** What became of the document since the form was opened: newest change first. */
export interface DocumentState {
  version: number;
  state: State;
  changes: { by: string; mine: boolean; at: string; action: string; label: string }[];
}

export type Kept = { document: DocumentState | null } & (
  { kept: true; seq: number; savedAt: string } | { kept: false; newer: ServerText }
);

export interface ServerStore {
  show(form: string, since: number | null): Promise<{ autosave: ServerText | null; document: DocumentState | null }>;
  list(): Promise<ServerText[]>;
  keep(
    form: string,
    typed: { after: number; tab: string; baseVersion: number | null; changed: Fields; base: Fields },
  ): Promise<Kept>;
  forget(form: string, upTo: number): Promise<void>;
}

/** A proxy's empty answer is no confirmation: only what says so is. */
const confirmed = (answer: Kept): Kept => {
  if (answer.kept === true || answer.kept === false) return answer;
  throw new Error('The answer does not say whether the text was kept');
};

export const serverStore = (): ServerStore => {
  const { get, put, del } = getFetchClient();
  const at = (form: string): string => `/writing/autosaves/${encodeURIComponent(form)}`;
  return {
    show: async (form, since) =>
      (await get<Awaited<ReturnType<ServerStore['show']>>>(since === null ? at(form) : `${at(form)}?since=${since}`)).data,
    list: async () => (await get<{ autosaves: ServerText[] }>('/writing/autosaves')).data.autosaves,
    keep: async (form, typed) => confirmed((await put<Kept>(at(form), typed)).data),
    forget: async (form, upTo) => void (await del(`${at(form)}?upTo=${upTo}`)),
  };
};
