import sanitize from 'sanitize-html';
import { tidy } from './bigrams.ts';

/** Elements that stand in a line of text; every other one begins and ends a line. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ' };

/** The words of a sanitised body, tidy, with a blank where a paragraph, a cell or a line ends. Alternative texts are left out. */
export function textOfHtml(body: string): string {
  const parts: string[] = [];
  const edge = (name: string): void => {
    if (!INLINE.has(name)) parts.push(' ');
  };
  sanitize(body, {
    allowedTags: false,
    allowedAttributes: {},
    allowVulnerableTags: true,
    textFilter: (text) => (parts.push(text), ''),
    onOpenTag: edge,
    onCloseTag: edge,
  });
  return tidy(parts.join('').replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity] ?? entity));
}
