/** The box with its list of suggestions, after the ARIA pattern of an editable combobox with list autocomplete. */
import { mark } from './excerpt.ts';
import { fold } from '../../search/characters.ts';
import { fetchSuggestions, suggestionsFor } from './suggestions.ts';
import type { Suggestions } from './suggestions.ts';
import { make } from './view.ts';

/** Listens to the box. Choosing a suggestion sends the form. */
export function suggestWhileTyping(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>('input[name=q]');
  const list = form.querySelector<HTMLUListElement>('#search-suggestions');
  if (box && list) new Combobox(form, box, list);
}

class Combobox {
  readonly #form: HTMLFormElement;
  readonly #box: HTMLInputElement;
  readonly #list: HTMLUListElement;
  #suggestions: Promise<Suggestions> | null = null;
  /** What was typed, while the arrows walk through the list. */
  #typed = '';

  constructor(form: HTMLFormElement, box: HTMLInputElement, list: HTMLUListElement) {
    this.#form = form;
    this.#box = box;
    this.#list = list;
    box.setAttribute('role', 'combobox');
    box.setAttribute('aria-autocomplete', 'list');
    box.setAttribute('aria-controls', list.id);
    box.setAttribute('aria-expanded', 'false');
    box.addEventListener('input', () => void this.#offer());
    box.addEventListener('keydown', (event) => this.#onKey(event));
    box.addEventListener('blur', () => this.#close());
    form.addEventListener('submit', () => this.#close());
    // Pressed, not clicked: a click comes after the box has lost the focus and the list is gone.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
      if (option) this.#choose(option);
    });
  }

  get #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  get #active(): number {
    return this.#options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  }

  async #offer(): Promise<void> {
    const typed = (this.#typed = this.#box.value);
    const suggestions = await (this.#suggestions ??= fetchSuggestions());
    // Typed on meanwhile, or gone: the answer comes too late.
    if (typed !== this.#box.value || document.activeElement !== this.#box) return;
    const found = suggestionsFor(typed, suggestions);
    const words = fold(typed.trim()).split(/\s+/u).filter(Boolean);
    this.#list.replaceChildren(...found.map((text, at) => this.#optionOf(text, words, at)));
    this.#list.hidden = found.length === 0;
    this.#box.setAttribute('aria-expanded', String(found.length > 0));
    this.#box.removeAttribute('aria-activedescendant');
  }

  #optionOf(text: string, words: string[], at: number): HTMLLIElement {
    const parts = mark(text, words).map((piece) => (piece.marked ? make('b', {}, piece.text) : piece.text));
    const option = make('li', { id: `search-suggestion-${at}` }, ...parts);
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    return option;
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = this.#options.length;
    if (event.key === 'ArrowDown') this.#select(event, this.#active + 1 >= count ? -1 : this.#active + 1);
    else if (event.key === 'ArrowUp') this.#select(event, this.#active === -1 ? count - 1 : this.#active - 1);
    else if (event.key === 'Escape') this.#escape(event);
  }

  /** @param at - -1: back to what was typed */
  #select(event: KeyboardEvent, at: number): void {
    event.preventDefault();
    event.stopPropagation();
    const options = this.#options;
    for (const [place, option] of options.entries()) option.setAttribute('aria-selected', String(place === at));
    const active = options[at];
    if (active) this.#box.setAttribute('aria-activedescendant', active.id);
    else this.#box.removeAttribute('aria-activedescendant');
    active?.scrollIntoView({ block: 'nearest' });
    // As in other search boxes: the suggestion stands in the box, Enter sends it.
    this.#box.value = active?.textContent ?? this.#typed;
  }

  #escape(event: KeyboardEvent): void {
    event.preventDefault();
    this.#box.value = this.#typed;
    this.#close();
  }

  #choose(option: HTMLElement): void {
    this.#box.value = option.textContent ?? '';
    this.#close();
    this.#form.requestSubmit();
  }

  #close(): void {
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#box.setAttribute('aria-expanded', 'false');
    this.#box.removeAttribute('aria-activedescendant');
  }
}
