import type { Extensions } from '@tiptap/core';
import { ListItem } from '@tiptap/extension-list';
import { StarterKit } from '@tiptap/starter-kit';
import { BodyHeading, DefinitionDescription, DefinitionList, DefinitionTerm, Figcaption, Figure, Preformatted } from './blocks';
import { Classes } from './classes';
import { Code, Link, Subscript, Superscript } from './marks';
import { Anchor, Picture } from './pictures';
import { BodyCell, BodyHeaderCell, BodyRow, BodyTable, TableCaption } from './tables';

/** Everything a body may hold (`body-form.ts` of the review plugin): what is opened here loses nothing by it. */
export const bodyExtensions = (): Extensions => [
  StarterKit.configure({ code: false, codeBlock: false, link: false, heading: false, listItem: false }),
  ListItem.extend({ content: 'block+' }),
  BodyHeading,
  Preformatted,
  DefinitionList,
  DefinitionTerm,
  DefinitionDescription,
  Figure,
  Figcaption,
  BodyTable,
  BodyRow,
  BodyCell,
  BodyHeaderCell,
  TableCaption,
  Picture,
  Anchor,
  Superscript,
  Subscript,
  Link,
  Code,
  Classes,
];
