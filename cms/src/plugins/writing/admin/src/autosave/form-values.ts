/** Fields of a form with their values, as the form holds them. */
export type Fields = Record<string, unknown>;

/** What nobody types: written by commands or by Strapi. */
const NOT_TYPED = new Set([
  ...['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations', 'status'],
  ...['publicId', 'indexNumber', 'reviewState', 'lockVersion'],
]);

/** One value, one text: a database may hand keys back in another order. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
};

/** The form writes null for a field that was emptied, and a file with more or less of what is known of it. */
const plain = (value: unknown): unknown => {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (!Array.isArray(value)) return ordered(value);
  return value.map((item: unknown) => (typeof item === 'object' && item !== null && 'id' in item ? item.id : item));
};

export const sameValue = (left: unknown, right: unknown): boolean => JSON.stringify(plain(left)) === JSON.stringify(plain(right));

/** What was typed: changed fields, with what stood there before. */
export interface Typed {
  changed: Fields;
  base: Fields;
}

/** Fields whose values differ from those the form was opened with; null where none does. */
export const typedIn = (opened: Fields, values: Fields): Typed | null => {
  const names = [...new Set([...Object.keys(opened), ...Object.keys(values)])].filter(
    (name) => !NOT_TYPED.has(name) && !sameValue(opened[name], values[name]),
  );
  if (names.length === 0) return null;
  const pick = (from: Fields): Fields => Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
  return { changed: pick(values), base: pick(opened) };
};

/** One field in which kept text differs from what is in the form now. */
export interface Difference {
  field: string;
  mine: unknown;
  theirs: unknown;
  /** Somebody changed it on the other side, too: neither is simply the newer one. */
  both: boolean;
}

/** @param present values in the form now */
export const differencesOf = ({ changed, base }: Typed, present: Fields): Difference[] =>
  Object.keys(changed)
    .filter((field) => !sameValue(changed[field], present[field]))
    .map((field) => ({ field, mine: changed[field], theirs: present[field], both: !sameValue(base[field], present[field]) }));

/** What the server's cleaning leaves of a value whatever it takes away: its letters, and the pictures and addresses of a text. */
const gist = (value: unknown): string => {
  // 专项内容 are tidied as lines are: blanks and what nobody sees go.
  if (typeof value !== 'string') return JSON.stringify(plain(value)).replace(/\\[nrt]|[\s\u200B\u2060\uFEFF]/g, '');
  const named = [...value.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address).join(' ');
  const text = value
    .normalize('NFC')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|#160|lt|gt|amp|quot|#39);/g, '');
  return `${text.replace(/[\s<>&"'\u200B\u2060\uFEFF]/g, '')} ${named}`;
};

/**
 * Whether a text that was sent to be saved is what the document holds now. The server cleans what it saves, so letters are compared and
 * not markup; where they differ in the least the text is not taken for saved.
 */
export const isSaved = (sent: Typed | null, present: Fields): boolean =>
  Object.entries(sent?.changed ?? {}).every(
    ([field, value]) => sameValue(value, present[field]) || gist(value) === gist(present[field]),
  );

/** The form fills in the department by itself: a new document of which nothing else is known was not begun. */
export const isBegun = ({ changed }: Typed): boolean => Object.keys(changed).some((field) => field !== 'departmentCode');
