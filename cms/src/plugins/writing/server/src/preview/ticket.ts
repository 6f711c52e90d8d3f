import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a preview's address stands for: one text of one document, for one account, until a moment. */
export interface Ticket {
  document: string;
  /** Number of a revision, or the draft as it is saved now. */
  revision: number | 'draft';
  account: string;
  /** Milliseconds. */
  until: number;
}

/** Long enough to read a page and to load it again, too short to be passed on. */
export const TICKET_LIFETIME_MS = 5 * 60 * 1000;

const seal = (key: string, text: string): string => createHmac('sha256', key).update(`preview-ticket ${text}`).digest('base64url');

const isTicket = (value: unknown): value is Ticket => {
  const { document, revision, account, until } = (value ?? {}) as Partial<Record<keyof Ticket, unknown>>;
  return (
    typeof document === 'string' &&
    (revision === 'draft' || (Number.isInteger(revision) && (revision as number) > 0)) &&
    typeof account === 'string' &&
    typeof until === 'number'
  );
};

/** Signs a ticket for an address: letters, digits, `-`, `_` and one dot. */
export const signTicket = (key: string, { document, revision, account, until }: Ticket): string => {
  const text = Buffer.from(JSON.stringify({ document, revision, account, until })).toString('base64url');
  return `${text}.${seal(key, text)}`;
};

/**
 * Reads a signed ticket.
 * @param now milliseconds
 * @returns null where it was not signed by us, was altered, or has run out
 */
export const readTicket = (key: string, signed: string, now: number): Ticket | null => {
  const [text = '', given = '', ...rest] = signed.split('.');
  if (rest.length > 0) return null;
  const expected = Buffer.from(seal(key, text));
  const handed = Buffer.from(given);
  if (expected.length !== handed.length || !timingSafeEqual(expected, handed)) return null;
  const ticket: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
  return isTicket(ticket) && ticket.until > now ? ticket : null;
};

/** Names the account in a cookie, so that an address passed on opens in no other browser. */
export const viewerMark = (key: string, account: string): string =>
  createHmac('sha256', key).update(`preview-viewer ${account}`).digest('base64url');
