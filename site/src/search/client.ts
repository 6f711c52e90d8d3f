/** The search page: asks what its address says, and keeps the address in step with what is asked. */
import { suggestWhileTyping } from './combobox.ts';
import { DistantSearcher } from './distant-searcher.ts';
import { asked, chosenItems, fillForm, fillYears, nameIn, showCounts, unfold } from './form.ts';
import type { Hit } from './hit.ts';
import { listenToKeys } from './keyboard.ts';
import { isSentence, PAGE_LENGTH, readAtFirst, TooShort } from './limits.ts';
import { fetchPointer, yearsOf } from './pointer.ts';
import { addressOf, isFiltered, questionOf, withoutFilters } from './question.ts';
import type { Question } from './question.ts';
import type { Found } from './search.ts';
import { failedOffers, fill, itemOf, make, noneHints, showNothing, viewOf } from './view.ts';
import type { Names, View } from './view.ts';
import { WORDS } from './words.ts';

const searcher = new DistantSearcher();
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
    const choice = event.target instanceof HTMLElement && event.target.closest('details') !== null;
    if (choice && questionOf(asked(view.form)).q) view.form.requestSubmit();
  });
  // Links to the same page with another question are answered here: nothing is loaded again.
  for (const place of [view.status, view.chosen, view.more]) {
    place.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="?"], a[href^="/search/?"]') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ask(view, questionOf(link.search));
    });
  }
  window.addEventListener('popstate', () => show(view, questionOf(location.search)));
  view.form.addEventListener('input', () => prepareFor(questionOf(asked(view.form)).q));
  listenToKeys(view);
  suggestWhileTyping(view.form);
  const question = questionOf(location.search);
  unfold(view.form, question);
  show(view, question);
}

/** Whether words have been prepared for, and whether sentences have. */
const prepared = new Set<boolean>();

/** What a search begins with is loaded while the question is still being typed. */
function prepareFor(typed: string): void {
  const sentence = isSentence(typed);
  if (typed === '' || prepared.has(sentence)) return;
  prepared.add(sentence);
  // A failure is met again, and told, by the search itself.
  searcher.prepare(typed).catch(() => undefined);
}

function ask(view: View, question: Question): void {
  const address = addressOf(question);
  if (address !== location.search) history.pushState(null, '', address);
  show(view, question);
}

function show(view: View, question: Question): void {
  fillForm(view.form, question);
  document.title = WORDS.title(question.q, siteTitle);
  const turn = (latest += 1);
  const current = (): boolean => turn === latest;
  if (!question.q) {
    showNothing(view, WORDS.ask);
    showCounts(view.form, null);
    // Years are filled in as soon as there is an answer to take them from; without one the form does without.
    fetchPointer().then(
      (pointer) => current() && fillYears(view.form, yearsOf(pointer), question.year),
      () => undefined,
    );
    return;
  }
  view.status.replaceChildren(make('p', {}, WORDS.loading));
  view.results.setAttribute('aria-busy', 'true');
  answer(view, question, current)
    .catch((error: unknown) => {
      if (!current()) return;
      if (error instanceof TooShort) return showNothing(view, WORDS.tooShort);
      console.error(error);
      showNothing(view, navigator.onLine ? WORDS.failed : WORDS.offline, ...failedOffers(() => show(view, question)));
    })
    .finally(() => current() && view.results.removeAttribute('aria-busy'));
}

async function answer(view: View, question: Question, current: () => boolean): Promise<void> {
  const found = await searcher.find(question);
  const hits = await found.first(readAtFirst(question));
  if (!current()) return;
  fillYears(view.form, searcher.years, question.year);
  if (found.total === 0) {
    showNothing(view, WORDS.none(question.q), ...waitingIn(found), ...noneHints(waysOut(question)));
  } else {
    fill(view.results, ...itemsOf(view, found, hits));
    say(view, question, found);
  }
  fill(view.chosen, ...chosenItems(view.form, question));
  if (hits.length < Math.min(found.total, question.page * PAGE_LENGTH)) readOnWhenSeen(view, question, found, current);
  // After the results: what they need is not waited for by anyone.
  const counts = await found.counts().catch(() => null);
  if (current()) showCounts(view.form, counts);
}

/** Questions near this one that may bring something. */
function waysOut(question: Question): { href: string; text: string }[] {
  const links: { href: string; text: string }[] = isFiltered(question) ? [{ href: addressOf(withoutFilters(question)), text: WORDS.withoutFilters }] : [];
  const words = question.q.split(/\s+/u);
  if (words.length < 2 || words.length > 4) return links;
  for (const dropped of words) {
    const q = words.filter((word) => word !== dropped).join(' ');
    if (q) links.push({ href: addressOf({ ...question, q, page: 1 }), text: WORDS.dropWord(q) });
  }
  return links;
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

function itemsOf(view: View, { pieces }: Found, hits: Hit[]): HTMLLIElement[] {
  const names: Names = {
    column: (code) => nameIn(view.form, 'column', code),
    department: (code) => nameIn(view.form, 'department', code),
  };
  return hits.map((hit) => itemOf(hit, pieces, names));
}

/** Says how much there is and where it was looked for, and offers more. */
function say(view: View, question: Question, found: Found): void {
  const shown = view.results.childElementCount;
  // Said once: a status that changes with every line read would be read aloud each time.
  const sentence = (found.kind === 'all' ? WORDS.found : WORDS.nearest)(found.total, question.q);
  if (view.status.textContent !== sentence) view.status.replaceChildren(make('p', {}, sentence));
  const after: Node[] = [];
  if (shown < found.total) {
    const button = make('button', { type: 'button' }, WORDS.more(shown, found.total));
    button.addEventListener('click', () => void showMore(view, { ...question, page: question.page + 1 }, found, button));
    after.push(make('p', {}, button));
  }
  view.more.replaceChildren(...after, ...scopeOf(question, found));
}

/** What was searched and what was not, with a way to the rest. */
function scopeOf(question: Question, { kind, scope }: Found): Node[] {
  const said = make('p', { className: 'search-scope' }, WORDS.searched(scope.documents, scope.years));
  const waiting = waitingIn({ scope });
  if (!scope.left) return [said, ...waiting];
  if (kind === 'nearest') {
    said.append(WORDS.leftOutOfNearest(scope.left.documents));
    return [said, ...waiting];
  }
  said.append(WORDS.left(scope.left.documents, scope.left.years));
  const older = make('a', { href: addressOf({ ...question, older: true, page: 1 }), className: 'search-older' }, WORDS.older(scope.left.years));
  return [said, ...waiting, make('p', {}, older)];
}

/** That some of the site is in no bundle yet: after an upgrade or an import for minutes. */
const waitingIn = ({ scope }: Pick<Found, 'scope'>): Node[] =>
  scope.waiting > 0 ? [make('p', { className: 'banner' }, WORDS.waiting(scope.waiting))] : [];

async function showMore(view: View, question: Question, found: Found, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  const turn = latest;
  history.replaceState(null, '', addressOf(question));
  const before = await append(view, question, found, () => turn === latest);
  view.results.children[before]?.querySelector('a')?.focus();
}
