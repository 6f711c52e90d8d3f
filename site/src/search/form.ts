import type { Counts } from './counts.ts';
import { addressOf, CHOICES, isFiltered, withoutFilters } from './question.ts';
import type { Question } from './question.ts';
import { make } from './view.ts';
import { WORDS } from './words.ts';

type Choice = (typeof CHOICES)[number];

const field = (form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement | null => {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null;
};

const selectOf = (form: HTMLFormElement, name: string): HTMLSelectElement | null => {
  const found = field(form, name);
  return found instanceof HTMLSelectElement ? found : null;
};

/** What the form says, as an address would. */
export const asked = (form: HTMLFormElement): string =>
  new URLSearchParams([...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)])).toString();

/** Browsers that know no months show a plain field there: it says how a month is written. */
function showExamples(form: HTMLFormElement): void {
  for (const one of form.querySelectorAll<HTMLInputElement>('input[data-example]')) if (one.type === 'text') one.placeholder = one.dataset['example'] ?? '';
}

export function fillForm(form: HTMLFormElement, question: Question): void {
  showExamples(form);
  for (const name of ['q', ...CHOICES, 'order'] as const) {
    const one = field(form, name);
    if (one) one.value = question[name];
  }
}

export function fillYears(form: HTMLFormElement, years: number[], chosen: string): void {
  const select = selectOf(form, 'year');
  if (!select) return;
  const all = [...new Set([...years.map(String), ...(chosen ? [chosen] : [])])].sort().reverse();
  const options = all.map((year) => make('option', { value: year }, WORDS.year(year)));
  select.replaceChildren(...[...select.options].filter(({ value }) => value === ''), ...options);
  select.value = chosen;
}

/** The name of an option without its count. */
const nameOf = (option: HTMLOptionElement): string => (option.dataset['name'] ??= option.textContent?.trim() ?? '');

/** Says beside each choice how much it would bring, and hides those that bring nothing. Null: as the form was. */
export function showCounts(form: HTMLFormElement, counts: Counts | null): void {
  for (const name of ['column', 'department', 'validity', 'year'] as const) {
    for (const option of selectOf(form, name)?.options ?? []) {
      if (option.value === '') continue;
      const count = counts?.[name][option.value] ?? 0;
      option.textContent = counts ? WORDS.counted(nameOf(option), count) : nameOf(option);
      option.hidden = option.disabled = counts !== null && count === 0 && !option.selected;
    }
  }
}

/** What a code of a choice is called in the form. */
export function nameIn(form: HTMLFormElement, choice: string, code: string): string {
  const option = [...(selectOf(form, choice)?.options ?? [])].find(({ value }) => value !== '' && value === code);
  return option ? nameOf(option) : '';
}

/** What is chosen, each with a link that takes it away: on a small screen the form is folded. */
export function chosenItems(form: HTMLFormElement, question: Question): HTMLLIElement[] {
  if (!isFiltered(question)) return [];
  const items = CHOICES.filter((name) => question[name] !== '').map((name) =>
    linkTo({ ...question, [name]: '', page: 1 }, saidOf(form, name, question[name])),
  );
  if (items.length > 1) items.push(linkTo(withoutFilters(question), WORDS.removeAll));
  return items;
}

function linkTo(question: Question, text: string): HTMLLIElement {
  const link = make('a', { href: addressOf(question) }, text);
  if (text !== WORDS.removeAll) {
    link.ariaLabel = WORDS.remove(text);
    link.append(make('span', { ariaHidden: 'true' }, ' ×'));
  }
  return make('li', {}, link);
}

function saidOf(form: HTMLFormElement, name: Choice, value: string): string {
  if (name === 'from') return WORDS.from(value);
  if (name === 'to') return WORDS.to(value);
  return nameIn(form, name, value) || value;
}

/** Opens the folded choices where there is room for them, or where something is chosen. */
export function unfold(form: HTMLFormElement, question: Question): void {
  const choices = form.querySelector('details');
  if (choices && (isFiltered(question) || question.order === 'date' || matchMedia('(width >= 48rem)').matches)) choices.open = true;
}
