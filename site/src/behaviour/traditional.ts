/**
 * 繁體 by choice: the whole page converted in the browser, words and not only characters, and given back as it was written. Loaded by
 * `remember.js` when it is chosen; 0.5 MB on the wire, once. The page is shown simplified until it is there: to hide the text of a
 * government's notice until a dictionary comes would be worse than to see it change.
 */
// @ts-expect-error the package has no types for its dictionaries
import toTaiwan from 'opencc-js/to/tw';
// @ts-expect-error the package has no types for its dictionaries
import fromMainland from 'opencc-js/from/cn';
import { ConverterFactory } from 'opencc-js/core';
import { convertAround } from './verbatim.ts';

/**
 * OpenCC's s2tw: phrases decide between characters (头发 頭髮, 发展 發展), words stay those of the text. s2twp is refused: it would
 * put 資訊 for 信息 and so change the name of 《政府信息公开条例》 and of everything named after it.
 */
const convert = ConverterFactory(fromMainland, toTaiwan);

const ATTRIBUTES = ['alt', 'title', 'aria-label', 'placeholder'];
/** What is not text of the language: code, what a person typed, what says itself that it must stay. */
const UNTOUCHED = 'script, style, code, textarea, [translate="no"], option:not([value])';
const LANGUAGE = 'zh-Hant';

/** What stood there before, for every text of ours that still stands. */
interface Written {
  original: string;
  converted: string;
}
const texts = new Map<Text, Written>();
const attributes = new Map<Element, Map<string, Written>>();
/** A script may build new text from what it reads on the page (the name of a column): it is known again by what we wrote. */
const originals = new Map<string, string>();

const written = (text: string): Written => {
  const original = originals.get(text) ?? text;
  const converted = convertAround(original, convert);
  if (converted !== original) originals.set(converted, original);
  return { original, converted };
};

const isUntouched = (element: Element | null): boolean => element === null || element.closest(UNTOUCHED) !== null;

function convertText(node: Text): void {
  if (texts.get(node)?.converted === node.data || !/\p{Script=Han}/u.test(node.data) || isUntouched(node.parentElement)) return;
  const made = written(node.data);
  texts.set(node, made);
  if (made.converted !== node.data) node.data = made.converted;
}

function convertAttributes(element: Element): void {
  if (isUntouched(element)) return;
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    const known = attributes.get(element) ?? new Map<string, Written>();
    if (value === null || known.get(name)?.converted === value) continue;
    const made = written(value);
    attributes.set(element, known.set(name, made));
    if (made.converted !== value) element.setAttribute(name, made.converted);
  }
}

function convertUnder(node: Node): void {
  if (node instanceof Text) return convertText(node);
  if (!(node instanceof Element)) return;
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let each: Node | null = node; each; each = walker.nextNode()) {
    if (each instanceof Text) convertText(each);
    else convertAttributes(each as Element);
  }
}

/** What comes later (results of a search, a new title) is converted too, before it is painted. */
const observer = new MutationObserver((records) => {
  for (const { type, target, addedNodes } of records) {
    if (type === 'attributes') convertAttributes(target as Element);
    else if (type === 'characterData') convertText(target as Text);
    else addedNodes.forEach(convertUnder);
  }
  for (const node of texts.keys()) if (!node.isConnected) texts.delete(node);
  for (const element of attributes.keys()) if (!element.isConnected) attributes.delete(element);
  // Our own writing is no news.
  observer.takeRecords();
});

function toTraditional(): void {
  convertUnder(document.documentElement);
  document.documentElement.lang = LANGUAGE;
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
}

/** Every text gets back what was in memory; what a script has changed since is left to it. */
function toOriginal(): void {
  observer.disconnect();
  for (const [node, { original, converted }] of texts) if (node.data === converted) node.data = original;
  for (const [element, known] of attributes) {
    for (const [name, { original, converted }] of known) {
      if (element.getAttribute(name) === converted) element.setAttribute(name, original);
    }
  }
  texts.clear();
  attributes.clear();
  document.documentElement.lang = languageWritten;
}

const languageWritten = document.documentElement.lang;
let shown = false;

/** Follows the reader's choice, which `remember.js` writes on the root. */
const follow = (): void => {
  const chosen = document.documentElement.hasAttribute('data-hant');
  if (chosen === shown) return;
  shown = chosen;
  if (chosen) toTraditional();
  else toOriginal();
};

new MutationObserver(follow).observe(document.documentElement, { attributeFilter: ['data-hant'] });
// The parser writes into texts of its own: it is waited for.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', follow);
else follow();
