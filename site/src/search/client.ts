/** The search page: asks what its address says, and keeps the address in step with what is asked. */
import { listenToKeys } from './keyboard.ts';
import { fetchPointer, yearsOf } from './pointer.ts';
import { addressOf, filtersOf, questionOf } from './question.ts';
import type { Question } from './question.ts';
import { PAGE_LENGTH, Searcher, TooShort } from './search.ts';
import type { Found } from './search.ts';
import { failedOffers, itemOf, make, noneHints, showNothing, viewOf } from './view.ts';
import type { View } from './view.ts';
import { WORDS } from './words.ts';

const searcher = new Searcher();
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
    fetchPointer().then((pointer) => fillYears(view.form, yearsOf(pointer), question.year), () => undefined);
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
  const hits = await found.first(question.page * PAGE_LENGTH);
  if (!current()) return;
  fillYears(view.form, searcher.years, question.year);
  if (found.total === 0) {
    const unfiltered = addressOf({ ...question, column: '', department: '', year: '', page: 1 });
    const filtered = Object.keys(filtersOf(question)).length > 0;
    return showNothing(view, WORDS.none(question.q), ...noneHints(filtered ? unfiltered : null));
  }
  view.results.replaceChildren(...hits.map((hit) => itemOf(hit, found.pieces, (code) => columnName(view.form, code))));
  say(view, question, found);
}

/** Says how much there is, and offers more. */
function say(view: View, question: Question, found: Found): void {
  const shown = view.results.childElementCount;
  const tail = shown < found.total ? WORDS.shown(shown, found.total) : WORDS.allShown;
  view.status.replaceChildren(WORDS.found(found.total, question.q) + tail);
  if (shown >= found.total) return view.more.replaceChildren();
  const button = make('button', { type: 'button' }, WORDS.more);
  button.addEventListener('click', () => void showMore(view, { ...question, page: question.page + 1 }, found, button));
  view.more.replaceChildren(button);
}

async function showMore(view: View, question: Question, found: Found, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  const turn = latest;
  try {
    const hits = await found.first(question.page * PAGE_LENGTH);
    if (turn !== latest) return;
    const before = view.results.childElementCount;
    view.results.append(...hits.slice(before).map((hit) => itemOf(hit, found.pieces, (code) => columnName(view.form, code))));
    history.replaceState(null, '', addressOf(question));
    say(view, question, found);
    view.results.children[before]?.querySelector('a')?.focus();
  } catch {
    // The bundles may be those of an earlier release by now: asked anew, with the present list.
    if (turn === latest) show(view, question);
  }
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
