import { sameValue, type Fields } from './form-values';

const NAME = 'gongkai-autosave-new';
const CREATED = 'gongkai-autosave-created';
const FRESH_MS = 2 * 60 * 1000;

/** Name of the form of a document that was never saved: one a window, kept over a reload. */
export const newFormName = (): string => {
  const known = sessionStorage.getItem(NAME);
  if (known) return known;
  const name = `new:${crypto.randomUUID()}`;
  sessionStorage.setItem(NAME, name);
  return name;
};

/** Noted when a new document is being saved: its page is another one, and has to know what it came from. */
export const noteCreation = (form: string, values: Fields): void =>
  sessionStorage.setItem(CREATED, JSON.stringify({ form, title: values.title ?? null, at: Date.now() }));

/** Name of the form this document was just created from; null where it was not. The note is used up. */
export const createdFrom = (values: Fields): string | null => {
  const note = sessionStorage.getItem(CREATED);
  if (!note) return null;
  const { form, title, at } = JSON.parse(note) as { form: string; title: unknown; at: number };
  if (at < Date.now() - FRESH_MS || !sameValue(typeof title === 'string' ? title.trim() : title, values.title)) return null;
  sessionStorage.removeItem(CREATED);
  sessionStorage.removeItem(NAME);
  return form;
};
