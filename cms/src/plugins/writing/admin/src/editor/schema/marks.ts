import { Mark, mergeAttributes } from '@tiptap/core';

const simple = (name: string, tag: string, priority: number, shortcut: string, excludes: string) =>
  Mark.create({
    name,
    priority,
    excludes,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { [shortcut]: () => this.editor.commands.toggleMark(name) };
    },
  });

/** Outside links, so that the number of a footnote is one piece: `<sup><a>[1]</a></sup>`. */
export const Superscript = simple('superscript', 'sup', 1300, 'Mod-.', 'subscript');
export const Subscript = simple('subscript', 'sub', 1200, 'Mod-,', 'superscript');
/** Code may be bold or a link: the sanitiser lets it through, so nothing is excluded. */
export const Code = simple('code', 'code', 50, 'Mod-e', '');

/** 链接, also within the text; where it may lead is for the sanitiser to say. */
export const Link = Mark.create({
  name: 'link',
  priority: 1100,
  inclusive: false,
  addAttributes: () => ({ href: { default: null }, title: { default: null }, id: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: 'noreferrer' }), 0],
});
