import type { Node as BodyNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';

interface Reference {
  from: number;
  to: number;
  name: string;
}

const nameOf = (node: BodyNode, attribute: 'href' | 'id', prefix: string): string | null => {
  for (const mark of node.marks) {
    const value = String(mark.attrs[attribute] ?? '');
    if (mark.type.name === 'link' && value.startsWith(prefix)) return value.slice(prefix.length);
  }
  return null;
};

const referencesOf = (document: BodyNode): Reference[] => {
  const references: Reference[] = [];
  document.descendants((node, position) => {
    const name = node.isText ? nameOf(node, 'href', '#fn-') : null;
    if (name !== null) references.push({ from: position, to: position + node.nodeSize, name });
  });
  return references;
};

/** Gives footnotes their numbers in the order in which the text refers to them. */
const renumber = (tr: Transaction): void => {
  const order = [...new Set(referencesOf(tr.doc).map(({ name }) => name))];
  const numbers: { from: number; to: number; text: string; node: BodyNode }[] = [];
  tr.doc.descendants((node, position) => {
    if (!node.isText) return;
    const name = nameOf(node, 'href', '#fn-') ?? nameOf(node, 'href', '#fnref-');
    const index = name === null ? -1 : order.indexOf(name);
    if (index >= 0 && /^\[\d*\]$/.test(node.text ?? '')) numbers.push({ from: position, to: position + node.nodeSize, text: `[${index + 1}]`, node });
  });
  for (const { from, to, text, node } of numbers.reverse()) if (node.text !== text) tr.replaceWith(from, to, node.type.schema.text(text, node.marks));
};

/** 插入脚注: a number here, its note at the end of the text, and the caret there. @param name not yet used in this text */
export const insertFootnote = (state: EditorState, name: string): Transaction => {
  const { schema, tr } = { schema: state.schema, tr: state.tr };
  const link = (href: string, id: string | null) => schema.marks.link?.create({ href, id, title: null });
  const reference = schema.text('[0]', [schema.marks.superscript?.create(), link(`#fn-${name}`, `fnref-${name}`)].filter((mark) => mark !== undefined));
  tr.insert(state.selection.to, reference);
  const back = link(`#fnref-${name}`, null);
  const note = schema.nodes.paragraph?.create({ classes: 'footnote', id: `fn-${name}` }, [schema.text('[0]', back ? [back] : []), schema.text(' ')]);
  if (!note) return tr;
  // Notes stand in the order of their numbers: before the note of the next reference that has one.
  const order = referencesOf(tr.doc).map((each) => each.name);
  const after = new Set(order.slice(order.indexOf(name) + 1).map((other) => `fn-${other}`));
  let place: number | null = null;
  tr.doc.forEach((node, offset) => {
    if (place === null && after.has(String(node.attrs.id))) place = offset;
  });
  const last = tr.doc.lastChild;
  // The empty line that the editor keeps at the end stays the last.
  const end = last?.type.name === 'paragraph' && last.childCount === 0 ? tr.doc.content.size - last.nodeSize : tr.doc.content.size;
  tr.insert(place ?? end, note);
  renumber(tr);
  let caret = tr.doc.content.size;
  tr.doc.forEach((node, offset) => {
    if (node.attrs.id === `fn-${name}`) caret = offset + node.nodeSize - 1;
  });
  return tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView();
};
