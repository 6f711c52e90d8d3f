import { excerptOf, mark } from './excerpt.ts';
import type { Piece } from './excerpt.ts';
import type { Hit } from './hit.ts';
import { WORDS } from './words.ts';

/** The places of the page the search writes into. */
export interface View {
  form: HTMLFormElement;
  status: HTMLElement;
  chosen: HTMLElement;
  results: HTMLOListElement;
  more: HTMLElement;
}

/** Null on a page without a search. */
export function viewOf(page: Document): View | null {
  const form = page.querySelector<HTMLFormElement>('form#search-form');
  const status = page.querySelector<HTMLElement>('#search-status');
  const chosen = page.querySelector<HTMLElement>('#search-chosen');
  const results = page.querySelector<HTMLOListElement>('ol#search-results');
  const more = page.querySelector<HTMLElement>('#search-more');
  return form && status && chosen && results && more ? { form, status, chosen, results, more } : null;
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

/** Fills a list; an empty one is no list to anybody who hears the page. */
export function fill(list: HTMLElement, ...items: Node[]): void {
  list.replaceChildren(...items);
  list.hidden = items.length === 0;
}

/** Text as nodes, never as markup: it comes from documents and from what was typed. */
const nodesOf = (pieces: Piece[]): (Node | string)[] =>
  pieces.map(({ text, marked }) => (marked ? make('mark', {}, text) : text));

const VALIDITY: Record<string, { words: string; mark: string }> = {
  valid: { words: WORDS.valid, mark: 'validity' },
  repealed: { words: WORDS.repealed, mark: 'validity void' },
  invalid: { words: WORDS.invalid, mark: 'validity void' },
};

/** Names of the codes a bundle knows. */
export interface Names {
  column: (code: string) => string;
  department: (code: string) => string;
}

/** One result of the list. */
export function itemOf(hit: Hit, pieces: string[], names: Names): HTMLLIElement {
  const link = make('a', { href: hit.href }, ...nodesOf(mark(hit.title, pieces)));
  const item = make('li', {}, make('h2', { className: 'result-title' }, link));
  const validity = VALIDITY[hit.validity];
  if (validity) item.firstElementChild?.append(' ', make('span', { className: validity.mark }, validity.words));
  item.append(make('p', { className: 'result-excerpt' }, ...nodesOf(excerptOf(hit.text, pieces))));
  const facts = make('p', { className: 'result-facts' });
  if (hit.date) facts.append(make('time', { dateTime: hit.date }, hit.date));
  for (const name of [names.column(hit.column), names.department(hit.department)])
    if (name) facts.append(' ', make('span', {}, name));
  if (hit.number) facts.append(' ', make('span', {}, ...nodesOf(mark(hit.number, pieces))));
  item.append(facts);
  return item;
}

export function showNothing({ status, chosen, results, more }: View, sentence: string, ...after: Node[]): void {
  status.replaceChildren(...(sentence ? [make('p', {}, sentence)] : []), ...after);
  fill(chosen);
  fill(results);
  more.replaceChildren();
}

/** Nothing found: what to do next, in the order of what helps most. */
export function noneHints(links: { href: string; text: string }[]): Node[] {
  const offers = links.map(({ href, text }) => make('li', {}, make('a', { href }, text)));
  const hints = WORDS.noneHints.map((hint) => make('li', {}, hint));
  return [make('ul', { className: 'search-hints' }, ...offers, ...hints)];
}

export function failedOffers(retry: () => void): Node[] {
  const button = make('button', { type: 'button' }, WORDS.retry);
  button.addEventListener('click', retry);
  return [make('p', { className: 'search-offers' }, button, ' ', make('a', { href: '#by-column' }, WORDS.byColumn))];
}
