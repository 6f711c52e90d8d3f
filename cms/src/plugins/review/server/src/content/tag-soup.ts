import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { ATTRIBUTES, CLASSES, PICTURE_SOURCE, TAGS } from './body-form';
import { sanitiseBody } from './sanitise';

/** Judges of the sanitiser, and what is thrown at it; for tests. */
const { window } = new JSDOM('<!doctype html>');
const page = window.document;

/** The text as a reader's browser has it: parsed again, by a parser that is not the sanitiser's. */
const parsed = (html: string) => {
  const box = page.createElement('div');
  box.innerHTML = html;
  return box;
};

const mayBe = (name: string, tag: string): boolean => name === 'class' || (ATTRIBUTES[tag] ?? []).includes(name);

/** What is wrong with a sanitised body once it is parsed again; empty: nothing. */
export const faultsOf = (html: string): string[] => {
  const faults: string[] = [];
  for (const element of parsed(html).querySelectorAll('*')) {
    const tag = element.tagName.toLowerCase();
    // A parser gives a table its tbody; anything else it makes is not ours.
    if (!TAGS.includes(tag)) faults.push(`<${tag}>`);
    for (const { name, value } of element.attributes) {
      if (!mayBe(name, tag)) faults.push(`${tag} ${name}`);
      if (name === 'href' && !/^(https?:\/\/|mailto:|tel:|asset:|#|\/(?![/\\])|[\w.?-]+(?!.*:)|$)/i.test(value)) faults.push(`href ${value}`);
      if (name === 'href' && ['javascript:', 'data:', 'vbscript:', 'blob:', 'file:'].includes(new window.URL(value, 'https://site.example').protocol)) faults.push(`href ${value}`);
      if (name === 'src' && !PICTURE_SOURCE.test(value)) faults.push(`src ${value}`);
      if (name === 'class' && value.split(' ').some((each) => !CLASSES.includes(each))) faults.push(`class ${value}`);
      if (name === 'id' && !/^(fn-|fnref-|t-)/.test(value)) faults.push(`id ${value}`);
    }
  }
  return faults;
};

/** The same of a body as it was typed, sanitised here. */
export const sound = (html: string): string[] => {
  const once = sanitiseBody(html);
  const faults = faultsOf(once);
  if (sanitiseBody(once) !== once) faults.push('not idempotent');
  if (parsed(once).innerHTML !== parsed(parsed(once).innerHTML).innerHTML) faults.push('changes when it is parsed');
  return faults;
};

const PIECES = ['<', '>', '"', "'", '=', '/', '!--', '-->', '&lt;', '&#', 'x', '甲', ' ', '\n', '\u0000', '\u200b', '&nbsp;', '`', ']]>', '<![CDATA['];
const WORDS = [
  ...[...TAGS, 'div', 'center', 'section', 'svg', 'math', 'style', 'script', 'template', 'select', 'form', 'mglyph', 'mtext', 'foreignObject', 'noscript', 'b', 'i', 'nobr', 'button', 'frameset', 'html', 'body', 'head'].flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} `]),
  ...['class="title"', 'onclick=x', 'href="javascript:x"', 'href="#a"', 'src=/uploads/a.png', 'style="text-align:center"', 'id=x', 'colspan=2'],
];
/** What no author writes: beginnings and ends of tags, quotes and words in any order. */
export const tagSoup = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...WORDS), fc.string({ maxLength: 4 })), { maxLength: 40 }).map((parts) => parts.join(''));
