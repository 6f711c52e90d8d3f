import type { Editor } from '@tiptap/core';
import type { Style } from '../../../../review/server/src/content/body-form';
import { styleOf, withAlignment, withStyle, type Alignment } from './classes-of';
import { insertFootnote } from './footnotes';

/** What the toolbar opens rather than does. */
export type Opens = 'link' | 'picture' | 'table' | 'find' | 'word' | 'full-screen' | 'help';

export interface Command {
  id: string;
  /** What it does, read out and shown on hovering. */
  label: string;
  /** What stands on the button. */
  text: string;
  keys?: string;
  active?(editor: Editor): boolean;
  can?(editor: Editor): boolean;
  run?(editor: Editor): void;
  opens?: Opens;
}

type Classed = (classes: string | null) => string | null;

/** Changes the classes of every block the selection touches, of the given kinds. */
const classify = (editor: Editor, kinds: readonly string[], change: Classed): void => {
  editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      for (const { $from, $to } of state.selection.ranges) {
        state.doc.nodesBetween($from.pos, $to.pos, (node, position) => {
          if (kinds.includes(node.type.name)) tr.setNodeAttribute(position, 'classes', change(node.attrs.classes as string | null));
        });
      }
      return true;
    })
    .run();
};

const classesHere = (editor: Editor): string | null => {
  const { $from } = editor.state.selection;
  return ($from.parent.attrs.classes as string | null | undefined) ?? null;
};

/** 段落样式: what the list beside the buttons offers. */
export const setStyle = (editor: Editor, style: Style | null): void => {
  editor.chain().focus().setNode('paragraph').run();
  classify(editor, ['paragraph'], (classes) => withStyle(classes, style));
};
export const setHeading = (editor: Editor, level: 2 | 3 | 4): void => void editor.chain().focus().setNode('heading', { level, classes: null }).run();
export const setPreformatted = (editor: Editor): void => void editor.chain().focus().setNode('preformatted').run();

export const blockHere = (editor: Editor): string => {
  const { parent } = editor.state.selection.$from;
  if (parent.type.name === 'heading') return `h${String(parent.attrs.level)}`;
  if (parent.type.name === 'preformatted') return 'pre';
  return styleOf(classesHere(editor)) ?? 'p';
};

const align = (alignment: Alignment, label: string, text: string, keys: string): Command => ({
  id: alignment,
  label,
  text,
  keys,
  active: (editor) => (classesHere(editor) ?? '').split(' ').includes(alignment),
  run: (editor) => classify(editor, ['paragraph', 'heading'], (classes) => withAlignment(classes, alignment)),
});

const mark = (name: string, label: string, text: string, keys: string): Command => ({
  id: name,
  label,
  text,
  keys,
  active: (editor) => editor.isActive(name),
  run: (editor) => void editor.chain().focus().toggleMark(name).run(),
});

/** A header cell says what it heads: its column in the first row, its row elsewhere. */
const scopeHeaders = (editor: Editor): void => {
  editor
    .chain()
    .command(({ tr, state }) => {
      state.doc.descendants((node, position) => {
        if (node.type.name !== 'tableRow') return true;
        const all = node.children.every(({ type }) => type.name === 'tableHeader');
        node.forEach((cell, offset) => {
          if (cell.type.name === 'tableHeader' && !cell.attrs.scope) tr.setNodeAttribute(position + 1 + offset, 'scope', all ? 'col' : 'row');
        });
        return false;
      });
      return tr.docChanged;
    })
    .run();
};

const newName = (): string => Math.random().toString(36).slice(2, 8);

const inTable = (editor: Editor): boolean => editor.isActive('table');

const table = (id: string, label: string, text: string, run: (editor: Editor) => void, can: (editor: Editor) => boolean = inTable): Command => ({ id, label, text, can, run });

const addCaption = (editor: Editor): void => {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== 'table') continue;
    const at = $from.before(depth);
    const before = editor.state.doc.resolve(at).nodeBefore;
    if (before?.type.name === 'tableCaption') return void editor.chain().focus(at - 2).run();
    editor.chain().insertContentAt(at, { type: 'tableCaption', content: [{ type: 'paragraph' }] }).focus(at + 2).run();
    return;
  }
};

export const GROUPS: { label: string; commands: Command[] }[] = [
  {
    label: '历史',
    commands: [
      { id: 'undo', label: '撤销', text: '撤销', keys: 'Ctrl+Z', can: (editor) => editor.can().undo(), run: (editor) => void editor.chain().focus().undo().run() },
      { id: 'redo', label: '重做', text: '重做', keys: 'Ctrl+Y', can: (editor) => editor.can().redo(), run: (editor) => void editor.chain().focus().redo().run() },
    ],
  },
  {
    label: '文字',
    commands: [
      mark('bold', '加粗', '粗', 'Ctrl+B'),
      mark('italic', '着重', '重', 'Ctrl+I'),
      mark('underline', '下划线', '下划', 'Ctrl+U'),
      mark('strike', '删除线', '删', 'Ctrl+Shift+S'),
      mark('superscript', '上标', '上标', 'Ctrl+.'),
      mark('subscript', '下标', '下标', 'Ctrl+,'),
      {
        id: 'clear',
        label: '清除文字格式',
        text: '清除',
        run: (editor) => void editor.chain().focus().unsetAllMarks().run(),
      },
    ],
  },
  {
    label: '对齐',
    commands: [align('align-left', '左对齐', '左', 'Ctrl+Shift+L'), align('align-center', '居中', '中', 'Ctrl+Shift+E'), align('align-right', '右对齐', '右', 'Ctrl+Shift+R')],
  },
  {
    label: '列表',
    commands: [
      { id: 'bullets', label: '项目符号', text: '• 列表', active: (editor) => editor.isActive('bulletList'), run: (editor) => void editor.chain().focus().toggleBulletList().run() },
      { id: 'numbers', label: '编号', text: '1. 列表', active: (editor) => editor.isActive('orderedList'), run: (editor) => void editor.chain().focus().toggleOrderedList().run() },
      { id: 'sink', label: '列表降一级', text: '降级', can: (editor) => editor.can().sinkListItem('listItem'), run: (editor) => void editor.chain().focus().sinkListItem('listItem').run() },
      { id: 'lift', label: '列表升一级', text: '升级', can: (editor) => editor.can().liftListItem('listItem'), run: (editor) => void editor.chain().focus().liftListItem('listItem').run() },
      { id: 'quote', label: '引用', text: '引用', active: (editor) => editor.isActive('blockquote'), run: (editor) => void editor.chain().focus().toggleBlockquote().run() },
    ],
  },
  {
    label: '插入',
    commands: [
      { id: 'link', label: '链接', text: '链接', keys: 'Ctrl+K', opens: 'link', active: (editor) => editor.isActive('link') },
      { id: 'picture', label: '图片', text: '图片', opens: 'picture' },
      { id: 'table', label: '插入表格', text: '表格', opens: 'table' },
      { id: 'footnote', label: '脚注', text: '脚注', run: (editor) => editor.view.dispatch(insertFootnote(editor.state, newName())) },
      { id: 'rule', label: '分隔线', text: '分隔线', run: (editor) => void editor.chain().focus().setHorizontalRule().run() },
    ],
  },
  {
    label: '整篇',
    commands: [
      { id: 'find', label: '查找和替换', text: '查找替换', keys: 'Ctrl+F', opens: 'find' },
      { id: 'word', label: '从 Word 导入', text: '从 Word 导入', opens: 'word' },
      { id: 'full-screen', label: '全屏', text: '全屏', keys: 'F11', opens: 'full-screen' },
      { id: 'help', label: '键盘操作说明', text: '键盘', opens: 'help' },
    ],
  },
];

/** Shown while the caret is in a table. */
export const TABLE_GROUP: { label: string; commands: Command[] } = {
  label: '表格',
  commands: [
    table('row-before', '在上方插入行', '上加行', (editor) => void editor.chain().focus().addRowBefore().run()),
    table('row-after', '在下方插入行', '下加行', (editor) => void editor.chain().focus().addRowAfter().run()),
    table('row-delete', '删除行', '删行', (editor) => void editor.chain().focus().deleteRow().run()),
    table('column-before', '在左侧插入列', '左加列', (editor) => void editor.chain().focus().addColumnBefore().run()),
    table('column-after', '在右侧插入列', '右加列', (editor) => void editor.chain().focus().addColumnAfter().run()),
    table('column-delete', '删除列', '删列', (editor) => void editor.chain().focus().deleteColumn().run()),
    table('merge', '合并单元格', '合并', (editor) => void editor.chain().focus().mergeCells().run(), (editor) => editor.can().mergeCells()),
    table('split', '拆分单元格', '拆分', (editor) => void editor.chain().focus().splitCell().run(), (editor) => editor.can().splitCell()),
    table('header-row', '首行作表头', '表头行', (editor) => {
      editor.chain().focus().toggleHeaderRow().run();
      scopeHeaders(editor);
    }),
    table('header-column', '首列作表头', '表头列', (editor) => {
      editor.chain().focus().toggleHeaderColumn().run();
      scopeHeaders(editor);
    }),
    table('caption', '表格标题', '表题', addCaption),
    table('table-delete', '删除表格', '删表', (editor) => void editor.chain().focus().deleteTable().run()),
  ],
};

export const insertTable = (editor: Editor, rows: number, cols: number): void => {
  editor.chain().focus().insertTable({ rows, cols, withHeaderRow: true }).run();
  scopeHeaders(editor);
};
