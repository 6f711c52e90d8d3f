/** The search page: asks what its address says, and keeps the address in step with what is asked. */
import { listenToKeys } from './keyboard.ts';
import { fetchPointer, yearsOf } from './pointer.ts';
import { addressOf, filtersOf, questionOf } from './question.ts';
import type { Question } from './question.ts';
import { PAGE_LENGTH, readAtFirst, Searcher, TooShort } from './search.ts';
import type { Found, Hit } from './search.ts';
import { failedOffers, itemOf, make, noneHints, showNothing, viewOf } from './view.ts';
import type { View } from './view.ts';
import { WORDS } from './words.ts';

const searcher = new Searcher();
/** How near the end of the list the reader has to be for the rest of it to be read. */
const NEAR = { rootMargin: '200px' };
const siteTitle = document.title;
/** The question asked last: answers to earlier ones come too late. */
let latest = 0;

const view = viewOf(document);
if (view) start(view);

function start(view: View): void {
  view.form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(view, { ...questionOf(asked(view.form)), page: 1 });
  });
  view.form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement && questionOf(asked(view.form)).q) view.form.requestSubmit();
  });
  window.addEventListener('popstate', () => show(view, questionOf(location.search)));
  listenToKeys(view);
  show(view, questionOf(location.search));
}

const asked = (form: HTMLFormElement): string =>
  new URLSearchParams([...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)])).toString();

function ask(view: View, question: Question): void {
  const address = addressOf(question);
  if (address !== location.search) history.pushState(null, '', address);
  show(view, question);
}

function show(view: View, question: Question): void {
  fillForm(view.form, question);
  document.title = WORDS.title(question.q, siteTitle);
  const turn = (latest += 1);
  if (!question.q) {
    showNothing(view, WORDS.ask);
    // Years are filled in as soon as there is an answer to take them from; without one the form does without.
    fetchPointer().then(
      (pointer) => fillYears(view.form, yearsOf(pointer), question.year),
      () => undefined,
    );
    return;
  }
  view.status.replaceChildren(WORDS.loading);
  view.results.setAttribute('aria-busy', 'true');
  answer(view, question, () => turn === latest)
    .catch((error: unknown) => {
      if (turn !== latest) return;
      if (error instanceof TooShort) return showNothing(view, WORDS.tooShort);
      console.error(error);
      showNothing(view, WORDS.failed, ...failedOffers(() => show(view, question)));
    })
    .finally(() => turn === latest && view.results.removeAttribute('aria-busy'));
}

async function answer(view: View, question: Question, current: () => boolean): Promise<void> {
  const found = await searcher.find(question);
  const hits = await found.first(readAtFirst(question));
  if (!current()) return;
  fillYears(view.form, searcher.years, question.year);
  if (found.total === 0) {
    const unfiltered = addressOf({ ...question, column: '', department: '', year: '', page: 1 });
    const filtered = Object.keys(filtersOf(question)).length > 0;
    return showNothing(view, WORDS.none(question.q), ...noneHints(filtered ? unfiltered : null));
  }
  view.results.replaceChildren(...itemsOf(view, found, hits));
  say(view, question, found);
  if (hits.length < Math.min(found.total, question.page * PAGE_LENGTH)) readOnWhenSeen(view, question, found, current);
}

/** The second half of the first page is read when the reader comes near it: documents are read whole, and some are long. */
function readOnWhenSeen(view: View, question: Question, found: Found, current: () => boolean): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    if (current()) void append(view, question, found, current);
  }, NEAR);
  observer.observe(view.more);
}

/** @returns how many results there were before */
async function append(view: View, question: Question, found: Found, current: () => boolean): Promise<number> {
  const before = view.results.childElementCount;
  try {
    const hits = await found.first(question.page * PAGE_LENGTH);
    if (!current() || view.results.childElementCount !== before) return before;
    view.results.append(...itemsOf(view, found, hits.slice(before)));
    say(view, question, found);
  } catch {
    // The bundles may be those of an earlier release by now: asked anew, with the present list.
    if (current()) show(view, question);
  }
  return before;
}

const itemsOf = (view: View, { pieces }: Found, hits: Hit[]): HTMLLIElement[] =>
  hits.map((hit) => itemOf(hit, pieces, (code) => columnName(view.form, code)));

/** Says how much there is, and offers more. */
function say(view: View, question: Question, found: Found): void {
  const shown = view.results.childElementCount;
  // Said once: a status that changes with every line read would be read aloud each time.
  const sentence = WORDS.found(found.total, question.q);
  if (view.status.textContent !== sentence) view.status.replaceChildren(sentence);
  if (shown >= found.total) return view.more.replaceChildren();
  const button = make('button', { type: 'button' }, WORDS.more(shown, found.total));
  button.addEventListener('click', () => void showMore(view, { ...question, page: question.page + 1 }, found, button));
  view.more.replaceChildren(button);
}

async function showMore(view: View, question: Question, found: Found, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  const turn = latest;
  history.replaceState(null, '', addressOf(question));
  const before = await append(view, question, found, () => turn === latest);
  view.results.children[before]?.querySelector('a')?.focus();
}

function fillForm(form: HTMLFormElement, question: Question): void {
  for (const name of ['q', 'column', 'department', 'year', 'order'] as const) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof RadioNodeList) {
      field.value = question[name];
    }
  }
}

function fillYears(form: HTMLFormElement, years: number[], chosen: string): void {
  const select = form.elements.namedItem('year');
  if (!(select instanceof HTMLSelectElement)) return;
  const all = [...new Set([...years.map(String), ...(chosen ? [chosen] : [])])].sort().reverse();
  const options = all.map((year) => make('option', { value: year }, `${year} 年`));
  select.replaceChildren(...[...select.options].filter(({ value }) => value === ''), ...options);
  select.value = chosen;
}

function columnName(form: HTMLFormElement, code: string): string {
  const select = form.elements.namedItem('column');
  const option = select instanceof HTMLSelectElement ? [...select.options].find(({ value }) => value === code) : undefined;
  return option?.textContent?.trim() ?? '';
}
