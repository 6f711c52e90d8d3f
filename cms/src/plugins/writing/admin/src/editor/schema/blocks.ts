import { Node } from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';

const box = (name: string, tag: string, content: string, more: Record<string, unknown> = {}) =>
  Node.create({
    name,
    content,
    defining: true,
    ...more,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

/** The page's own heading is the first; a text has three levels below it. */
export const BodyHeading = Heading.extend({
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(4, Math.max(2, level)) } })),
}).configure({ levels: [2, 3, 4] });

/** 预排文字: blanks and line breaks as they are. */
export const Preformatted = Node.create({
  name: 'preformatted',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' as const }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, 0],
});

export const DefinitionList = box('definitionList', 'dl', '(definitionTerm | definitionDescription)+', { group: 'block' });
export const DefinitionTerm = box('definitionTerm', 'dt', 'block+');
export const DefinitionDescription = box('definitionDescription', 'dd', 'block+');
export const Figure = box('figure', 'figure', '(block | figcaption)+', { group: 'block' });
export const Figcaption = box('figcaption', 'figcaption', 'block+');
