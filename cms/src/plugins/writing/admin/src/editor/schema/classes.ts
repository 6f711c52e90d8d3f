import { Extension } from '@tiptap/core';
import { classesOfLooks, tidyClasses } from '../../../../../review/server/src/content/body-form';

/** Nodes of the elements that may have classes. */
const CLASSED = ['paragraph', 'heading', 'listItem', 'tableCell', 'tableHeader', 'figcaption', 'tableCaption'];

const named = (element: HTMLElement): string | null => element.getAttribute('id') || null;

/** 段落样式 and alignment: classes of the closed list, as one attribute in their one order; and names within the text. */
export const Classes = Extension.create({
  name: 'classes',
  addGlobalAttributes: () => [
    {
      types: CLASSED,
      attributes: {
        classes: {
          default: null,
          parseHTML: (element: HTMLElement) =>
            tidyClasses([...element.classList, ...classesOfLooks(element.getAttribute('style') ?? '', element.getAttribute('align') ?? '')]).join(' ') || null,
          renderHTML: ({ classes }: { classes?: string | null }) => (classes ? { class: classes } : {}),
        },
      },
    },
    {
      types: ['paragraph', 'listItem'],
      attributes: {
        id: { default: null, keepOnSplit: false, parseHTML: named, renderHTML: ({ id }: { id?: string | null }) => (id ? { id } : {}) },
      },
    },
  ],
});
