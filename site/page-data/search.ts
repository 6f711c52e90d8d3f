import type { Column } from '../contract/index.ts';
import { hrefOf, SEARCH } from '../plan/addresses.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { frameOf } from './frame.ts';
import { columnHref, newestFirst } from './lists.ts';
import type { SearchPage, SearchSuggestions } from './types.ts';

const DESCRIPTION = '按关键词、文号或一句话提问，在本网站公开的信息中搜索，可以按栏目、部门、时间和有效性筛选。';

export function searchPage(r: ReplicaReader): SearchPage {
  return {
    frame: frameOf(r, { title: '搜索', href: hrefOf(SEARCH), section: 'search', meta: { ColumnDescription: DESCRIPTION } }),
    columns: r.columns().map(({ code, name }) => ({ code, name, href: columnHref(code) })),
    departments: r.departments().map(({ code, name }) => ({ code, name })),
  };
}

/** Titles of a column that are suggested: people look for documents by title, for news by subject. */
const TITLES: Partial<Record<Column['kind'], number>> = { official: 150, interpretation: 40, document: 30, news: 10 };
const TITLES_OTHERWISE = 20;
/** Of all columns together: some 50 bytes each, so that the file stays under 20 kB on the wire whatever the site holds. */
const TITLES_AT_MOST = 500;

/**
 * What is suggested while somebody types: names of columns and departments and their subjects, and the newest titles. A fixed number
 * of cards is read, so that it costs the same at any size of the site.
 */
export function searchSuggestions(r: ReplicaReader): SearchSuggestions {
  const columns = r.columns();
  const departments = r.departments().map(({ name }) => name);
  const subjects = columns.flatMap(({ name, keywords }) => [name, ...keywords]);
  const titles = columns
    .flatMap(({ code, kind }) => r.newestOfColumn(code, TITLES[kind] ?? TITLES_OTHERWISE))
    .sort(newestFirst)
    .map(({ title }) => title);
  return {
    subjects: [...new Set([...subjects, ...departments])],
    titles: [...new Set(titles)].slice(0, TITLES_AT_MOST),
  };
}
