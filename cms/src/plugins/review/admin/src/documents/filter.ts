import { STATES } from '../../../server/src/decisions/states';

/** The list's filter as the address holds it; each empty string is no filter. */
export interface Filter {
  q: string;
  state: string;
  column: string;
  department: string;
  /** `1`: only what I wrote. */
  mine: string;
  by: string;
  order: string;
  from: string;
  to: string;
  page: string;
}

const NONE: Filter = { q: '', state: '', column: '', department: '', mine: '', by: '', order: '', from: '', to: '', page: '' };
const FIELDS = Object.keys(NONE) as (keyof Filter)[];

/** Where 稿件 stands, below the admin's own address. */
export const DOCUMENTS_PAGE = '/plugins/review/documents';

export const filterOf = (search: URLSearchParams): Filter => ({
  ...NONE,
  ...Object.fromEntries(FIELDS.map((field) => [field, search.get(field) ?? ''])),
});

/** The filled fields of a filter, for an address or a request. */
export const queryOf = (filter: Partial<Filter>): Record<string, string> =>
  Object.fromEntries(FIELDS.flatMap((field) => (filter[field] ? [[field, filter[field]]] : [])));

/** Address of the list with this filter set; it may be handed on. */
export const listAddress = (filter: Partial<Filter> = {}): string => {
  const query = new URLSearchParams(queryOf(filter)).toString();
  return query === '' ? DOCUMENTS_PAGE : `${DOCUMENTS_PAGE}?${query}`;
};

/** The filter after a change; what was on another page is looked for from the first one again. */
export const changed = (filter: Filter, change: Partial<Filter>): Filter => ({ ...filter, page: '', ...change });

/** Whether anything narrows the list; order and page do not. */
export const isNarrowed = ({ order: _order, by: _by, page: _page, ...narrowing }: Filter): boolean => Object.values(narrowing).some(Boolean);

/** What the choice of states offers: groups people ask for, then each state. */
export const STATE_CHOICES: { value: string; label: string }[] = [
  { value: '', label: '全部状态' },
  { value: 'draft,returned', label: '未完成（起草、已退回）' },
  { value: 'submitted,first-approved,approved', label: '在办（待初审、待终审、待发布）' },
  ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
];
