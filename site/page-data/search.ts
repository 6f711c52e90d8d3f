import { hrefOf, SEARCH } from '../plan/addresses.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { frameOf } from './frame.ts';
import { columnHref } from './lists.ts';
import type { SearchPage } from './types.ts';

export function searchPage(r: ReplicaReader): SearchPage {
  return {
    frame: frameOf(r, { title: '搜索', href: hrefOf(SEARCH), section: 'search', robots: 'noindex' }),
    columns: r.columns().map(({ code, name }) => ({ code, name, href: columnHref(code) })),
    departments: r.departments().map(({ code, name }) => ({ code, name })),
  };
}
