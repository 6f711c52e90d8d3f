import type { Node as BodyNode } from '@tiptap/pm/model';

export interface Found {
  from: number;
  to: number;
}

/** Places of a text within blocks, in order; marks do not part words, line breaks do. Letters of either case are the same. */
export const findText = (document: BodyNode, wanted: string): Found[] => {
  const found: Found[] = [];
  const needle = wanted.toLowerCase();
  if (needle === '') return found;
  document.descendants((node, position) => {
    if (!node.isTextblock) return true;
    // What is no text stands for one character that nobody can look for, so that places stay places.
    const text = node.textBetween(0, node.content.size, '\uFFFC', '\uFFFC').toLowerCase();
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      found.push({ from: position + 1 + at, to: position + 1 + at + needle.length });
    }
    return false;
  });
  return found;
};
