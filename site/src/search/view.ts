import { excerptOf, mark } from './excerpt.ts';
import type { Piece } from './excerpt.ts';
import type { Hit } from './search.ts';
import { WORDS } from './words.ts';

/** The places of the page the search writes into. */
export interface View {
  form: HTMLFormElement;
  status: HTMLElement;
  results: HTMLOListElement;
  more: HTMLElement;
}

/** Null on a page without a search. */
export function viewOf(page: Document): View | null {
  const form = page.querySelector<HTMLFormElement>('form#search-form');
  const status = page.querySelector<HTMLElement>('#search-status');
  const results = page.querySelector<HTMLOListElement>('ol#search-results');
  const more = page.querySelector<HTMLElement>('#search-more');
  return form && status && results && more ? { form, status, results, more } : null;
}

export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** Text as nodes, never as markup: it comes from documents and from what was typed. */
const nodesOf = (pieces: Piece[]): (Node | string)[] =>
  pieces.map(({ text, marked }) => (marked ? make('mark', {}, text) : text));

const VALIDITY: Record<string, string> = { repealed: WORDS.repealed, invalid: WORDS.invalid };

/** One result of the list. @param columnName - from the form: the bundles know codes only */
export function itemOf(hit: Hit, pieces: string[], columnName: (code: string) => string): HTMLLIElement {
  const link = make('a', { href: hit.href }, ...nodesOf(mark(hit.title, pieces)));
  const item = make('li', {}, make('h2', { className: 'result-title' }, link));
  const validity = VALIDITY[hit.validity];
  if (validity) item.firstElementChild?.append(' ', make('span', { className: 'validity void' }, validity));
  item.append(make('p', { className: 'result-excerpt' }, ...nodesOf(excerptOf(hit.text, pieces))));
  const facts = make('p', { className: 'result-facts' });
  if (hit.date) facts.append(make('time', { dateTime: hit.date }, hit.date), ' ');
  facts.append(make('span', {}, columnName(hit.column)));
  if (hit.number) facts.append(' ', make('span', {}, ...nodesOf(mark(hit.number, pieces))));
  item.append(facts);
  return item;
}

export function showNothing({ status, results, more }: View, sentence: string, ...after: Node[]): void {
  status.replaceChildren(sentence, ...after);
  results.replaceChildren();
  more.replaceChildren();
}

/** Nothing found: what to do next, in the order of what helps most. */
export function noneHints(withoutFilters: string | null): Node[] {
  const hints = WORDS.noneHints.map((hint) => make('li', {}, hint));
  if (withoutFilters) hints.unshift(make('li', {}, make('a', { href: withoutFilters }, WORDS.withoutFilters)));
  return [make('ul', { className: 'search-hints' }, ...hints)];
}

export function failedOffers(retry: () => void): Node[] {
  const button = make('button', { type: 'button' }, WORDS.retry);
  button.addEventListener('click', retry);
  return [make('p', { className: 'search-offers' }, button, ' ', make('a', { href: '#by-column' }, WORDS.byColumn))];
}
