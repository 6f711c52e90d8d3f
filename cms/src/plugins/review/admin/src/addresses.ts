import type { QueueFilter } from './requests/reviewing-answers';

const PLUGIN = '/plugins/review';

const queryOf = (filter: QueueFilter): string => {
  const present = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return present.length > 0 ? `?${new URLSearchParams(present).toString()}` : '';
};

/** The inbox with its filters, so that an address can be kept and sent. */
export const inboxAddress = (filter: QueueFilter = {}): string => `${PLUGIN}/inbox${queryOf(filter)}`;

/** Where one decides on a document; the filters go along, to go on to the next and back to the same list. */
export const decisionAddress = (documentId: string, filter: QueueFilter = {}): string => `${PLUGIN}/decide/${documentId}${queryOf(filter)}`;

/** A revision as it was submitted, with what was marked on it. */
export const revisionAddress = (documentId: string, revision: number): string => `${PLUGIN}/decide/${documentId}?revision=${revision}`;

export const historyAddress = (documentId: string): string => `${PLUGIN}/history/${documentId}`;

const FILTERS = ['queue', 'column', 'department', 'urgency', 'hours', 'title', 'page', 'pageSize'] as const;

/** The filters in an address. */
export const filterOf = (search: URLSearchParams): QueueFilter =>
  Object.fromEntries(FILTERS.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : []))) as QueueFilter;
