import sanitizeHtml from 'sanitize-html';
import { ATTRIBUTES, classesOfLooks, innerId, innerLink, LINK_SCHEMES, PICTURE_SOURCE, says, TAGS, tidyClasses, WITH_CLASSES } from './body-form';
import { escapeText, settle } from './body-tree';

/** Elements without a meaning of their own: they go, what is in them stays, in paragraphs where it is blocks (`body-tree.ts`). */
const BOXES = ['div', 'center', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'address', 'details', 'summary', 'hgroup'];

/** Zero-width characters, byte-order marks and control characters that come along when text is pasted; tab and newline stay. */
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u2060\uFEFF]/g;

const readable = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(INVISIBLE, '');

const attributesOf = (tag: string, given: Record<string, string>): Record<string, string> => {
  const kept: Record<string, string> = {};
  for (const name of [...(ATTRIBUTES[tag] ?? [])]) {
    let value = given[name];
    if (tag === 'a' && name === 'id') value ??= given.name;
    if (value === undefined) continue;
    value = readable(value);
    if (name === 'id') value = innerId(value);
    if (name === 'href') value = innerLink(value);
    if (name === 'scope') value = value.toLowerCase();
    if (says(name, value) && !(name === 'href' && value === '')) kept[name] = value;
  }
  if (!WITH_CLASSES.includes(tag) && !BOXES.includes(tag)) return kept;
  const classes = tidyClasses([
    ...(given.class ?? '').split(/\s+/),
    ...classesOfLooks(given.style ?? '', given.align ?? ''),
    ...(tag === 'center' ? ['align-center'] : []),
  ]);
  if (classes.length > 0) kept.class = classes.join(' ');
  return kept;
};

const RENAMED: Record<string, string> = { h1: 'h2', h5: 'h4', h6: 'h4', b: 'strong', i: 'em', del: 's', strike: 's', ins: 'u', tt: 'code' };

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...TAGS, ...BOXES],
  allowedAttributes: Object.fromEntries([...TAGS, ...BOXES].map((tag) => [tag, [...(ATTRIBUTES[tag] ?? []), 'class']])),
  allowedSchemes: LINK_SCHEMES.filter((scheme) => scheme !== 'asset'),
  allowedSchemesByTag: { img: ['asset'], a: LINK_SCHEMES },
  allowProtocolRelative: false,
  // With their text: what stands in these was never meant to be read.
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'xmp', 'iframe', 'noembed', 'noframes'],
  transformTags: {
    '*': (tagName, attribs) => {
      const tag = RENAMED[tagName] ?? tagName;
      return { tagName: tag, attribs: attributesOf(tag, attribs) };
    },
  },
  // Entities may hide what is refused in the open: a zero-width character within `javascript:`, a stroke that would close over a `>`.
  textFilter: (text) => readable(text).replace(/^\u0338+/, ''),
  exclusiveFilter: (frame) => frame.tag === 'img' && !PICTURE_SOURCE.test(frame.attribs.src ?? ''),
  nestingLimit: 60,
  enforceHtmlBoundary: false,
};

/** Lets through what may stay. */
const filter = (html: string): string => sanitizeHtml(readable(html), OPTIONS).trim();

/** Rounds until a body reads the same when it is read again; one is the rule, more only for tags nested against the grammar. */
const MOST_ROUNDS = 4;

/**
 * The one form in which a body is stored, whatever door it came through.
 * Normalisation, by which "what went in comes out" is judged:
 * - Unicode NFC; CR LF and CR become LF; invisible characters go;
 * - anything outside the lists of `body-form.ts` goes, its text stays; `script`, `style` and the like go with their text;
 * - h1 becomes h2, h5 and h6 h4, b strong, i em, del s, ins u; boxes (div, center, section …) become paragraphs or nothing;
 * - alignment and first-line indent of `style` and `align` become classes; classes stand in one order;
 * - names within the text get `t-` in front unless they are a footnote's;
 * - the result is what a browser makes of it (`body-tree.ts`): parsed again, it is the same tree. That is what keeps a second parser,
 *   the reader's, from finding tags where the first saw text;
 * - blanks at both ends go.
 *
 * Time is linear in the length. `sanitiseBody(sanitiseBody(x)) === sanitiseBody(x)`.
 */
export const sanitiseBody = (html: string): string => {
  let body = filter(html);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const settled = settle(body).trim();
    if (settled === body && readable(body) === body) return body;
    const next = filter(settled);
    if (next === body) return body;
    body = next;
  }
  // Nothing written by people gets here; what does keeps its words.
  return `<p>${escapeText(textOf(body))}</p>`;
};

/** The text of a sanitised body, blanks folded: what is counted, summarised and compared. */
export const textOf = (body: string): string =>
  sanitizeHtml(body.replace(/<(p|h[2-4]|li|tr|br|td|th|dt|dd|blockquote|caption|figcaption)\b/g, ' <$1'), { allowedTags: [], allowedAttributes: {} })
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** One line of plain text, as for titles and names: invisible characters go, blanks fold. */
export const plainLine = (text: unknown): string =>
  typeof text === 'string' ? text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim() : '';
