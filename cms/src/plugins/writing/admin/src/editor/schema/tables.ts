import { Node } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';

/** What a row's parent says; null: the writer decides (rows of headers at the beginning are the head). */
const groupOf = (row: HTMLElement): string | null => {
  const parent = row.parentElement?.tagName.toLowerCase() ?? '';
  return ['thead', 'tbody', 'tfoot'].includes(parent) ? parent : null;
};

export const BodyTable = Table.extend({ renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]] }).configure({ resizable: false, View: null });

export const BodyRow = TableRow.extend({
  content: '(tableCell | tableHeader)*',
  addAttributes: () => ({ group: { default: null, parseHTML: groupOf, renderHTML: () => ({}) } }),
});

const span = (name: string) => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Math.max(1, Number(element.getAttribute(name)) || 1),
  renderHTML: (attributes: Record<string, unknown>) => (Number(attributes[name]) > 1 ? { [name]: attributes[name] } : {}),
});
const spans = { colspan: span('colspan'), rowspan: span('rowspan'), colwidth: { default: null, rendered: false, parseHTML: () => null } };

export const BodyCell = TableCell.extend({ addAttributes: () => spans });

export const BodyHeaderCell = TableHeader.extend({
  addAttributes: () => ({
    ...spans,
    scope: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute('scope'),
      renderHTML: ({ scope }: { scope?: string | null }) => (scope ? { scope } : {}),
    },
  }),
});

/**
 * 表题. In HTML it stands within its table, where the table's rows are counted; in the editor it is the block before it
 * (`read-body.ts`, `write-body.ts`).
 */
export const TableCaption = Node.create({
  name: 'tableCaption',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'table-caption' }],
  renderHTML: ({ HTMLAttributes }) => ['table-caption', HTMLAttributes, 0],
});
