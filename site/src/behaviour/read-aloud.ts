/**
 * Reads a text aloud with the browser's own voice: start, pause, stop, speed; the sentence that is read is marked and kept in view.
 * Loaded by `remember.js` when 朗读 is pressed.
 */
import { sentences } from './sentences.ts';

const SPEEDS = [
  ['0.75', '慢'],
  ['1', '正常'],
  ['1.25', '快'],
  ['1.5', '更快'],
] as const;
/** What begins a new line: a sentence does not run across it. */
const BLOCKS = 'p, li, h1, h2, h3, h4, td, th, dt, dd, caption, figcaption, blockquote, pre, div';
const HIGHLIGHT = 'read-aloud';
/** Here and not in the style sheet: whoever does not listen need not load it, and checkers of style sheets do not know it yet. */
const MARKED = `::highlight(${HIGHLIGHT}) { background: var(--mark); color: var(--on-mark); }`;

/** One sentence in the page. Texts and not ranges: the conversion to traditional characters writes the text anew, which empties ranges. */
interface Passage {
  start: { node: Text; at: number };
  end: { node: Text; at: number };
}

/** The sentences of a text in reading order. */
function passagesOf(text: HTMLElement): Passage[] {
  const passages: Passage[] = [];
  let nodes: Text[] = [];
  let block: Element | null = null;
  const flush = (): void => {
    const whole = nodes.map(({ data }) => data.replace(/\n/g, ' ')).join('');
    for (const { from, to } of sentences(whole)) passages.push({ start: placeOf(nodes, from), end: placeOf(nodes, to) });
    nodes = [];
  };
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement?.closest(BLOCKS) ?? null;
    if (around !== block) flush();
    block = around;
    nodes.push(node as Text);
  }
  flush();
  return passages;
}

function placeOf(nodes: Text[], offset: number): { node: Text; at: number } {
  let left = offset;
  for (const node of nodes) {
    if (left <= node.length) return { node, at: left };
    left -= node.length;
  }
  const last = nodes.at(-1) as Text;
  return { node: last, at: last.length };
}

function rangeOf({ start, end }: Passage): Range {
  const range = document.createRange();
  range.setStart(start.node, Math.min(start.at, start.node.length));
  range.setEnd(end.node, Math.min(end.at, end.node.length));
  return range;
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

function mark(range: Range | null): void {
  document.querySelector('[data-reading]')?.removeAttribute('data-reading');
  if (!('highlights' in CSS)) {
    range?.startContainer.parentElement?.closest(BLOCKS)?.setAttribute('data-reading', '');
    return;
  }
  CSS.highlights.delete(HIGHLIGHT);
  if (range) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
}

/** Moves the page only when the sentence is not to be seen whole: whoever reads along is not pushed about. */
function keepInView(range: Range, bar: HTMLElement): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight - bar.offsetHeight) return;
  scrollBy({ top: top - innerHeight / 3, behavior: calm() ? 'auto' : 'smooth' });
}

class Reader {
  readonly #passages: Passage[];
  readonly #bar = document.createElement('div');
  readonly #status = document.createElement('span');
  readonly #pause = button('暂停', () => (this.#speaking ? this.pause() : this.read()));
  readonly #speed = document.createElement('select');
  #at = 0;
  #speaking = false;
  /** Answers of a voice that was told to stop come later: they are of an earlier turn. */
  #turn = 0;

  constructor(text: HTMLElement) {
    this.#passages = passagesOf(text);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(MARKED);
    document.adoptedStyleSheets.push(sheet);
    this.#bar.className = 'reader';
    this.#bar.setAttribute('role', 'group');
    this.#bar.setAttribute('aria-label', '朗读');
    this.#status.setAttribute('role', 'status');
    this.#speed.append(...SPEEDS.map(([value, name]) => new Option(name, value, value === '1', value === '1')));
    this.#speed.addEventListener('change', () => this.#speaking && this.read());
    const label = document.createElement('label');
    label.append('语速', this.#speed);
    this.#bar.append(this.#pause, button('停止', () => this.stop()), label, this.#status);
    text.after(this.#bar);
    addEventListener('pagehide', () => this.stop());
  }

  /** Reads from where it stands. A pause is a stop that remembers the place: `speechSynthesis.pause()` does nothing on Android. */
  read(): void {
    speechSynthesis.cancel();
    this.#bar.hidden = false;
    this.#speaking = true;
    this.#pause.textContent = '暂停';
    this.#say('正在朗读');
    this.#speak((this.#turn += 1));
  }

  pause(): void {
    this.#silence();
    this.#pause.textContent = '继续';
    this.#say('已暂停');
  }

  stop(): void {
    this.#silence();
    this.#at = 0;
    mark(null);
    if (this.#bar.contains(document.activeElement)) document.getElementById('read-aloud')?.focus();
    this.#bar.hidden = true;
  }

  #silence(): void {
    this.#turn += 1;
    this.#speaking = false;
    speechSynthesis.cancel();
  }

  #speak(turn: number): void {
    const passage = this.#passages[this.#at];
    if (!passage) return this.stop();
    const range = rangeOf(passage);
    mark(range);
    keepInView(range, this.#bar);
    const utterance = new SpeechSynthesisUtterance(range.toString());
    utterance.lang = 'zh-CN';
    utterance.rate = Number(this.#speed.value);
    utterance.onend = () => {
      if (turn !== this.#turn) return;
      this.#at += 1;
      this.#speak(turn);
    };
    utterance.onerror = () => {
      if (turn !== this.#turn) return;
      this.pause();
      this.#say('浏览器没有可用的中文语音，无法朗读');
    };
    speechSynthesis.speak(utterance);
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  made.addEventListener('click', act);
  return made;
}

const text = document.getElementById('body');
if (text) {
  const reader = new Reader(text);
  document.getElementById('read-aloud')?.addEventListener('click', () => reader.read());
  reader.read();
}
