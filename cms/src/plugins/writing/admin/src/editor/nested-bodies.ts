import fc from 'fast-check';
import { getSchema } from '@tiptap/core';
import { JSDOM } from 'jsdom';
import { sanitiseBody, textOf } from '../../../../review/server/src/content/sanitise';
import { readBody } from './read-body';
import { bodyExtensions } from './schema';
import { writeBody } from './write-body';

/** Bodies for tests, and the way through the editor. */
const { window } = new JSDOM('<!doctype html>');
export const parse = (html: string): Document => new window.DOMParser().parseFromString(html, 'text/html');
const schema = getSchema(bodyExtensions());
export const throughEditor = (html: string): string => writeBody(readBody(schema, html, parse));

const leaf = fc.constantFrom('甲', '乙 a', '<strong>丙</strong>', '<a href="https://x.example">丁</a>', '<img src="/uploads/a.png" alt="图">', '<br>', '<sup><a href="#fn-1" id="fnref-1">[1]</a></sup>', '<a id="t-x"></a>');
const { body } = fc.letrec<{ body: string; block: string; inline: string }>((tie) => ({
  inline: fc.oneof({ maxDepth: 3 }, leaf, fc.tuple(fc.constantFrom('strong', 'em', 'u', 's', 'code', 'sub'), tie('inline')).map(([tag, inner]) => `<${tag}>${inner}</${tag}>`)),
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'block' },
    fc.tuple(fc.constantFrom('<p>', '<p class="date">', '<h3>', '<pre>', '<div>', ''), tie('inline'), tie('inline')).map(([open, one, other]) => `${open}${one}${other}${open === '' ? '' : `</${/\w+/.exec(open)?.[0] ?? ''}>`}`),
    fc.tuple(fc.constantFrom('blockquote', 'ul><li', 'ol><li', 'dl><dd', 'dl><dt', 'figure', 'figure><figcaption', 'table><tr><td', 'table><caption', 'table><tr><th', 'div'), tie('body')).map(([tags, inner]) => `<${tags}>${inner}</${tags.split('><').reverse().join('></')}>`),
  ),
  body: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
}));
const kept = (html: string) => {
  const page = parse(html);
  const all = (selector: string, name: string) => [...page.querySelectorAll(selector)].map((element) => element.getAttribute(name)).sort();
  return { text: textOf(html).replace(/\s/g, ''), pictures: all('img', 'src'), links: [...new Set(all('a[href]', 'href'))], cells: page.querySelectorAll('td,th').length, items: page.querySelectorAll('li').length };
};

/** Bodies nested at random keep what they hold. @throws with the smallest that does not */
export const nothingIsLost = (numRuns: number): void => {
  fc.assert(
    fc.property(body, (html) => {
      const stored = sanitiseBody(html);
      const saved = throughEditor(stored);
      expect({ ...kept(saved), links: [] }).toEqual({ ...kept(stored), links: [] });
      expect(throughEditor(saved)).toBe(saved);
      expect(sanitiseBody(saved)).toBe(saved);
    }),
    { numRuns },
  );
};
