import { useStrapiApp } from '@strapi/admin/strapi-admin';
import { type Editor, getSchema, type JSONContent } from '@tiptap/core';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { type ComponentType, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { fromOffice, isFromOffice } from '../paste/from-office';
import { WordDialog } from '../word/word-dialog';
import { insertTable, type Opens } from './commands';
import { HelpDialog, LinkDialog, PictureDialog, TableDialog } from './dialogs';
import { FindPanel } from './find-panel';
import { Bar, Foot, Frame, Paper } from './paper';
import { beside, readBody } from './read-body';
import { bodyExtensions } from './schema';
import { Toolbar } from './toolbar';
import { wordCount } from './word-count';
import { writeBody } from './write-body';

interface ChosenFile {
  url: string;
  mime?: string;
  alternativeText?: string | null;
}
type MediaLibrary = ComponentType<{ allowedTypes?: string[]; onClose(): void; onSelectAssets(files: ChosenFile[]): void }>;

interface Props {
  id: string;
  value: string;
  disabled: boolean;
  onChange(html: string): void;
}

const newPrefix = (): string => `${Math.random().toString(36).slice(2, 6)}-`;

/** What comes from the clipboard, in the body's form before the schema reads it. */
const pasted = (html: string): string => {
  const tidy = isFromOffice(html) ? fromOffice(html, { prefix: newPrefix() }) : html;
  const page = new DOMParser().parseFromString(tidy, 'text/html');
  beside(page);
  // A picture of another site would be dropped on saving; it is said here instead.
  for (const picture of page.querySelectorAll('img')) {
    if (/^(\/uploads\/|asset:)/.test(picture.getAttribute('src') ?? '')) continue;
    const note = page.createElement('p');
    note.className = 'to-do';
    note.textContent = '【图片没有带入，请用「图片」按钮上传】';
    picture.replaceWith(note);
  }
  return page.body.innerHTML;
};

/** A picture that is selected, to have its words changed. */
const selectedPicture = (editor: Editor): { src: string; alt: string } | null => {
  const { src, alt } = editor.getAttributes('image') as { src?: string; alt?: string };
  return editor.isActive('image') && src ? { src, alt: alt ?? '' } : null;
};

export const BodyEditor = ({ id, value, disabled, onChange }: Props) => {
  const [open, setOpen] = useState<Opens | null>(null);
  const [full, setFull] = useState(false);
  const [finding, setFinding] = useState(false);
  const [chosen, setChosen] = useState<ChosenFile[]>([]);
  const frame = useRef<HTMLDivElement>(null);
  /** The value the editor has or has given, so that its own change does not come back to it as somebody else's. */
  const known = useRef(value);
  const changed = useRef(onChange);
  changed.current = onChange;
  const library = useStrapiApp('BodyEditor', (state) => state.components['media-library']) as MediaLibrary | undefined;
  const Library = library;

  const extensions = useMemo(bodyExtensions, []);
  // There from the first moment: an editor that is empty for an instant could be typed into.
  const first = useMemo(() => readBody(getSchema(extensions), known.current).toJSON() as JSONContent, [extensions]);
  const editor = useEditor({
    extensions,
    content: first,
    editable: !disabled,
    immediatelyRender: true,
    editorProps: {
      attributes: { id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': '正文', lang: 'zh-Hans' },
      transformPastedHTML: pasted,
      // A link in the text is text here; it is followed on the page.
      handleClick: () => false,
    },
    onUpdate: ({ editor: now }) => {
      known.current = writeBody(now.state.doc);
      changed.current(known.current);
    },
  });

  useEffect(() => {
    if (value === known.current) return;
    known.current = value;
    put(editor, value);
  }, [editor, value]);
  useEffect(() => {
    editor.setEditable(!disabled, false);
  }, [editor, disabled]);

  const length = useEditorState({ editor, selector: ({ editor: now }) => wordCount(now.state.doc.textBetween(0, now.state.doc.content.size, '\n')) });

  const close = () => {
    setOpen(null);
    editor.commands.focus();
  };
  const opened = (what: Opens) => {
    if (what === 'full-screen') {
      setFull((before) => !before);
      editor.commands.focus();
    } else if (what === 'find') setFinding((before) => !before);
    else setOpen(what);
  };
  const keys = (event: KeyboardEvent) => {
    const control = event.ctrlKey || event.metaKey;
    if (event.altKey && event.key === 'F10') frame.current?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]')?.focus();
    else if (event.key === 'F11') opened('full-screen');
    else if (event.key === 'Escape' && full && !open) setFull(false);
    else if (control && !event.shiftKey && event.key.toLowerCase() === 'k') setOpen('link');
    else if (control && !event.shiftKey && event.key.toLowerCase() === 'f') setFinding(true);
    else if (control && event.shiftKey && 'ler'.includes(event.key.toLowerCase())) {
      const alignment = { l: '左对齐', e: '居中', r: '右对齐' }[event.key.toLowerCase()] ?? '';
      frame.current?.querySelector<HTMLElement>(`[role=toolbar] [aria-label="${alignment}"]`)?.click();
    } else return;
    event.preventDefault();
  };
  const link = editor.getAttributes('link') as { href?: string; title?: string | null };
  const picture = open === 'picture' ? selectedPicture(editor) : null;
  const [next, ...rest] = chosen;

  return (
    <Frame ref={frame} $full={full} $disabled={disabled} onKeyDown={keys} role="group" aria-label="正文编辑器">
      {disabled ? <Bar aria-hidden>只读</Bar> : <Toolbar editor={editor} disabled={disabled} full={full} onOpen={opened} />}
      {finding && <FindPanel editor={editor} disabled={disabled} onClose={() => (setFinding(false), editor.commands.focus())} />}
      <Paper $full={full}>
        <EditorContent editor={editor} />
      </Paper>
      <Foot>
        <span role="status">字数 {length}</span>
        <span>Alt+F10 到工具栏{full ? '，Esc 退出全屏' : ''}</span>
      </Foot>
      {open === 'link' && (
        <LinkDialog
          given={{ href: link.href ?? '', title: link.title ?? '' }}
          onCancel={close}
          onRemove={link.href ? () => (editor.chain().focus().extendMarkRange('link').unsetMark('link').run(), setOpen(null)) : undefined}
          onConfirm={({ href, title }) => {
            const attributes = { href, title: title || null };
            if (editor.state.selection.empty && !link.href) editor.chain().focus().insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: attributes }] }).run();
            else editor.chain().focus().extendMarkRange('link').setMark('link', attributes).run();
            setOpen(null);
          }}
        />
      )}
      {picture && (
        <PictureDialog src={picture.src} given={picture.alt} confirm="确定" onCancel={close} onConfirm={(alt) => (editor.chain().focus().updateAttributes('image', { alt }).run(), setOpen(null))} />
      )}
      {open === 'picture' && !picture && !next && Library && (
        <Library
          allowedTypes={['images']}
          onClose={close}
          onSelectAssets={(files) => {
            setChosen(files.filter(({ mime = 'image/' }) => mime.startsWith('image/')));
            setOpen(null);
          }}
        />
      )}
      {next && (
        <PictureDialog
          key={next.url}
          src={next.url}
          given={next.alternativeText ?? ''}
          confirm="插入"
          onCancel={() => setChosen(rest)}
          onConfirm={(alt) => {
            editor.chain().focus().insertContent({ type: 'image', attrs: { src: new URL(next.url, window.location.origin).pathname, alt } }).run();
            setChosen(rest);
          }}
        />
      )}
      {open === 'table' && (
        <TableDialog
          onCancel={close}
          onConfirm={(rows, columns) => {
            setOpen(null);
            insertTable(editor, rows, columns);
          }}
        />
      )}
      {open === 'help' && <HelpDialog onCancel={close} />}
      {open === 'word' && <WordDialog onCancel={close} onConfirm={(html) => (setOpen(null), add(editor, html))} />}
    </Frame>
  );
};

/** Opens a body: no change of anybody's, so nothing to undo and nothing to save. */
function put(editor: Editor, html: string): void {
  const { state, view, schema } = editor;
  const read = readBody(schema, html);
  view.dispatch(state.tr.replaceWith(0, state.doc.content.size, read.content).setMeta('addToHistory', false).setMeta('preventUpdate', true));
}

/** Puts a converted document in the place of an empty text, or where the caret is. */
function add(editor: Editor, html: string): void {
  const read = readBody(editor.schema, html);
  const { doc, selection } = editor.state;
  const empty = doc.textContent === '' && doc.childCount <= 1;
  editor.chain().focus().insertContentAt(empty ? { from: 0, to: doc.content.size } : selection.to, read.toJSON().content).run();
}
