import type { PublicDocument } from './document.ts';

/** Members of the content that was approved, each under the hash; `particulars` only where there are any. */
const APPROVED = [
  ...(['title', 'column', 'department', 'body', 'summary', 'source', 'author', 'keywords', 'issuer', 'documentNumber', 'writtenOn'] as const),
  ...(['topicClass', 'genreClass', 'audienceClass', 'validity', 'disclosure', 'attachments', 'images', 'relations'] as const),
];

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** RFC 8785 for the values used here: keys in code-unit order, no blanks. */
const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Json)}`).join(',')}}`;
};

/**
 * The text whose SHA-256 is the content hash of a document: exactly what was approved, and so what anyone can check. Names of files,
 * pictures and relations are in it; what the system adds at the release (moments, 索引号, corrections, number of the event) is not.
 */
export const approvedText = (document: PublicDocument): string => {
  const content = Object.fromEntries(APPROVED.map((name) => [name, document[name]]));
  return canonical({ ...content, ...(document.particulars ? { particulars: document.particulars } : {}) } as unknown as Json);
};
