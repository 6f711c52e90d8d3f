import type { Mark as BodyMark, Node as BodyNode } from '@tiptap/pm/model';
import { escapeText, escapeValue, lineOf, type Mark } from './runs';

const attribute = (name: string, value: unknown): string => (value === null || value === undefined || value === '' ? '' : ` ${name}="${escapeValue(String(value))}"`);

const tagged = (tag: string, attributes: string, content: string): string => `<${tag}${attributes}>${content}</${tag}>`;

const MARKS: Record<string, string> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code', subscript: 'sub', superscript: 'sup' };

const markOf = (mark: BodyMark): Mark => {
  if (mark.type.name === 'link') {
    const { href, title, id } = mark.attrs as { href: string; title: string | null; id: string | null };
    return { open: `<a${attribute('href', href)}${attribute('title', title)}${attribute('id', id)}>`, close: '</a>' };
  }
  const tag = MARKS[mark.type.name];
  if (tag === undefined) throw new Error(`No element for the mark ${mark.type.name}`);
  return { open: `<${tag}>`, close: `</${tag}>` };
};

const inlineOf = (node: BodyNode): string => {
  switch (node.type.name) {
    case 'text':
      return escapeText(node.text ?? '');
    case 'hardBreak':
      return '<br />';
    case 'image':
      return `<img${attribute('src', node.attrs.src)} alt="${escapeValue(String(node.attrs.alt ?? ''))}" />`;
    case 'anchor':
      return `<a${attribute('id', node.attrs.id)}></a>`;
    default:
      throw new Error(`No element for ${node.type.name} in a line`);
  }
};

const line = (node: BodyNode): string => lineOf(node.children.map((child) => ({ html: inlineOf(child), marks: child.marks.map(markOf) })));

const isPlain = (node: BodyNode | undefined): boolean => node?.type.name === 'paragraph' && !node.attrs.classes && !node.attrs.id;
const isList = ({ type }: BodyNode): boolean => type.name === 'bulletList' || type.name === 'orderedList';
const isPicture = (node: BodyNode): boolean => isPlain(node) && node.childCount > 0 && node.children.every(({ type }) => type.name === 'image');

/** What an item or a cell holds: a paragraph that says nothing by itself has no tags of its own. */
const content = (node: BodyNode): string => {
  const [first, ...rest] = node.children;
  if (first && isPlain(first) && (rest.length === 0 || (node.type.name === 'listItem' && rest.every(isList)))) return line(first) + blocks(rest);
  return blocks(node.children);
};

const classes = (node: BodyNode): string => attribute('class', node.attrs.classes);

const isHead = (row: BodyNode): boolean => row.childCount > 0 && row.children.every(({ type }) => type.name === 'tableHeader');

/** Rows by part of the table: as they were read, or, for new ones, headers at the beginning as the head. */
const table = (node: BodyNode, caption: BodyNode | null): string => {
  const rows = node.children;
  const heads = rows.findIndex((row) => !isHead(row));
  const partOf = (row: BodyNode, index: number): string => (row.attrs.group as string | null) ?? (index < heads ? 'thead' : 'tbody');
  let html = '';
  let part = '';
  rows.forEach((row, index) => {
    const now = partOf(row, index);
    if (now !== part) html += `${part === '' ? '' : `</${part}>`}<${now}>`;
    part = now;
    html += tagged('tr', '', row.children.map(cell).join(''));
  });
  const named = caption === null ? '' : content(caption);
  return tagged('table', '', `${named === '' ? '' : tagged('caption', caption ? classes(caption) : '', named)}${html}${part === '' ? '' : `</${part}>`}`);
};

const cell = (node: BodyNode): string => {
  const { colspan, rowspan, scope } = node.attrs as { colspan: number; rowspan: number; scope?: string | null };
  const spans = `${colspan > 1 ? attribute('colspan', colspan) : ''}${rowspan > 1 ? attribute('rowspan', rowspan) : ''}`;
  return tagged(node.type.name === 'tableHeader' ? 'th' : 'td', `${spans}${attribute('scope', scope)}${classes(node)}`, content(node));
};

const block = (node: BodyNode): string => {
  switch (node.type.name) {
    case 'paragraph':
      return tagged('p', `${attribute('id', node.attrs.id)}${classes(node)}`, line(node));
    case 'heading':
      return tagged(`h${String(node.attrs.level)}`, classes(node), line(node));
    case 'preformatted':
      return tagged('pre', '', line(node));
    case 'horizontalRule':
      return '<hr />';
    case 'blockquote':
      return tagged('blockquote', '', blocks(node.children));
    case 'bulletList':
      return tagged('ul', '', blocks(node.children));
    case 'orderedList':
      return tagged('ol', `${node.attrs.start === 1 ? '' : attribute('start', node.attrs.start)}${attribute('type', node.attrs.type)}`, blocks(node.children));
    case 'listItem':
      return tagged('li', `${attribute('id', node.attrs.id)}${classes(node)}`, content(node));
    case 'definitionList':
      return tagged('dl', '', blocks(node.children));
    case 'definitionTerm':
      return tagged('dt', '', content(node));
    case 'definitionDescription':
      return tagged('dd', '', content(node));
    case 'figure':
      return tagged('figure', '', blocks(node.children, (child) => (isPicture(child) ? line(child) : block(child))));
    case 'figcaption':
      return tagged('figcaption', classes(node), content(node));
    case 'table':
      return table(node, null);
    case 'tableCaption':
      return blocks(node.children);
    default:
      throw new Error(`No element for ${node.type.name}`);
  }
};

const blocks = (nodes: readonly BodyNode[], written: (node: BodyNode) => string = block): string => {
  let html = '';
  for (let index = 0; index < nodes.length; index += 1) {
    const [node, next] = [nodes[index], nodes[index + 1]];
    if (!node) continue;
    if (node.type.name === 'tableCaption' && next?.type.name === 'table') {
      html += table(next, node);
      index += 1;
    } else html += written(node);
  }
  return html;
};

/** The editor's document as a body in its one form; empty where nothing was written. The empty line the editor keeps at the end goes. */
export const writeBody = (document: BodyNode): string => {
  const nodes = [...document.children];
  for (let last = nodes.at(-1); last && isPlain(last) && last.childCount === 0; last = nodes.at(-1)) nodes.pop();
  return blocks(nodes);
};
