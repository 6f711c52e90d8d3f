import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

/** Elements that begin a block of their own; everything else runs on in a line. */
const BLOCKS = new Set([
  ...['p', 'h2', 'h3', 'h4', 'hr', 'blockquote', 'pre', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
]);
const BOXES = new Set(['div', 'center', 'section', 'article', 'main', 'header', 'footer', 'aside', 'nav', 'address', 'details', 'summary', 'hgroup']);
const VOID = new Set(['br', 'hr', 'img']);
/** Nothing but elements of their own may stand in these: blanks between them say nothing. */
const NO_TEXT = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl']);

export const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const escapeValue = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

const isElement = (node: Node): node is Element => 'tagName' in node;
const textIn = (node: Node): string | null => (node.nodeName === '#text' ? (node as DefaultTreeAdapterMap['textNode']).value : null);

const holdsBlock = (node: Element): boolean =>
  node.childNodes.some((child) => isElement(child) && (BLOCKS.has(child.tagName) || (BOXES.has(child.tagName) ? true : holdsBlock(child))));

const attribute = (node: Element, name: string): string => node.attrs.find((each) => each.name === name)?.value ?? '';

const opening = (tag: string, attrs: { name: string; value: string }[]): string =>
  `<${tag}${attrs.map(({ name, value }) => ` ${name}="${escapeValue(value)}"`).join('')}${VOID.has(tag) ? ' />' : '>'}`;

/** Runs of words between the blocks of a box, each as a paragraph with the box's classes. */
const unpacked = (box: Element, classes: string, inside: Element): string => {
  const open = classes === '' ? '<p>' : `<p class="${escapeValue(classes)}">`;
  const bare = inside.tagName === 'p' || /^h[2-4]$/.test(inside.tagName);
  if (!holdsBlock(box)) {
    const line = written(box.childNodes, box).trim();
    return line === '' ? '' : bare ? line : `${open}${line}</p>`;
  }
  let html = '';
  let run: Node[] = [];
  const close = () => {
    const line = written(run, box).trim();
    if (line !== '') html += `${open}${line}</p>`;
    run = [];
  };
  for (const child of box.childNodes) {
    if (isElement(child) && (BLOCKS.has(child.tagName) || BOXES.has(child.tagName))) {
      close();
      html += BOXES.has(child.tagName) ? unpacked(child, attribute(child, 'class') || classes, inside) : element(child);
    } else if (isElement(child) && holdsBlock(child)) {
      close();
      html += element(child);
    } else run.push(child);
  }
  close();
  return html;
};

const element = (node: Element): string => {
  const { tagName: tag } = node;
  if (VOID.has(tag)) return opening(tag, node.attrs);
  const content = written(node.childNodes, node);
  // A browser drops the first newline after <pre>: what it would drop is not written.
  return `${opening(tag, node.attrs)}${tag === 'pre' ? content.replace(/^\n+/, '') : content}</${tag}>`;
};

const written = (nodes: Node[], parent: Element): string =>
  nodes
    .map((node) => {
      const text = textIn(node);
      if (text !== null) return NO_TEXT.has(parent.tagName) && /^[ \t\n]*$/.test(text) ? '' : escapeText(text);
      if (!isElement(node)) return '';
      return BOXES.has(node.tagName) ? unpacked(node, attribute(node, 'class'), parent) : element(node);
    })
    .join('');

/** What a browser makes of filtered HTML, written down again: tags closed, tables with their `tbody`, boxes gone. */
export const settle = (html: string): string => {
  const fragment = parseFragment(html);
  return written(fragment.childNodes, { tagName: '', childNodes: fragment.childNodes, attrs: [] } as unknown as Element);
};
