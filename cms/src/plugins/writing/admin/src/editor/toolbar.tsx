import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { STYLES, type Style } from '../../../../review/server/src/content/body-form';
import { STYLE_NAMES } from './classes-of';
import { blockHere, type Command, GROUPS, type Opens, setHeading, setPreformatted, setStyle, TABLE_GROUP } from './commands';
import { Bar } from './paper';

const HEADINGS = { h2: '一级标题（一、）', h3: '二级标题（（一））', h4: '三级标题（1．）' } as const;
/** 脚注 and 待办 come by themselves. */
const CHOSEN_STYLES = STYLES.filter((style) => style !== 'footnote' && style !== 'to-do');

const choose = (editor: Editor, value: string): void => {
  if (value === 'h2' || value === 'h3' || value === 'h4') return setHeading(editor, Number(value[1]) as 2 | 3 | 4);
  if (value === 'pre') return setPreformatted(editor);
  setStyle(editor, value === 'p' ? null : (value as Style));
};

const controls = (bar: HTMLElement | null): HTMLElement[] => [...(bar?.querySelectorAll<HTMLElement>('button, select') ?? [])];

interface Props {
  editor: Editor;
  disabled: boolean;
  full: boolean;
  onOpen(what: Opens): void;
}

/**
 * The toolbar by the pattern of WAI-ARIA: one stop of the tab key, arrows within, Home and End; Escape goes back to the text. Alt+F10 in
 * the text leads here.
 */
export const Toolbar = ({ editor, disabled, full, onOpen }: Props) => {
  const bar = useRef<HTMLDivElement>(null);
  const groups = [...GROUPS, TABLE_GROUP];
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      block: blockHere(now),
      inTable: now.isActive('table'),
      on: groups.flatMap(({ commands }) => commands.filter((command) => command.active?.(now)).map(({ id }) => id)),
      off: groups.flatMap(({ commands }) => commands.filter((command) => command.can && !command.can(now)).map(({ id }) => id)),
    }),
  });
  // One control is in the tab order: the one used last.
  useEffect(() => {
    const all = controls(bar.current);
    if (!all.some(({ tabIndex }) => tabIndex === 0) && all[0]) all[0].tabIndex = 0;
  });
  const rove = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      editor.commands.focus();
      return;
    }
    const all = controls(bar.current);
    const here = all.indexOf(document.activeElement as HTMLElement);
    const isList = document.activeElement instanceof HTMLSelectElement;
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1, ...(isList ? {} : { ArrowDown: here + 1, ArrowUp: here - 1 }) }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    for (const control of all) control.tabIndex = control === next ? 0 : -1;
    next?.focus();
  };
  const press = (command: Command) => {
    if (disabled || state.off.includes(command.id)) return;
    if (command.opens) onOpen(command.opens);
    else command.run?.(editor);
  };
  const button = (command: Command) => (
    <button
      key={command.id}
      type="button"
      tabIndex={-1}
      title={command.keys ? `${command.label}（${command.keys}）` : command.label}
      aria-label={command.label}
      aria-pressed={command.opens === 'full-screen' ? full : command.active ? state.on.includes(command.id) : undefined}
      aria-disabled={disabled || state.off.includes(command.id)}
      aria-keyshortcuts={command.keys?.replaceAll('Ctrl', 'Control')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => press(command)}
    >
      {command.text}
    </button>
  );
  return (
    <Bar ref={bar} role="toolbar" aria-label="正文格式" onKeyDown={rove}>
      <select aria-label="段落样式" title="段落样式" tabIndex={-1} disabled={disabled} value={state.block} onChange={(event) => choose(editor, event.currentTarget.value)}>
        <option value="p">正文</option>
        {CHOSEN_STYLES.map((style) => (
          <option key={style} value={style}>
            {STYLE_NAMES[style]}
          </option>
        ))}
        {Object.entries(HEADINGS).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
        <option value="pre">预排文字（保留空格）</option>
        {['footnote', 'to-do'].includes(state.block) && <option value={state.block}>{STYLE_NAMES[state.block as Style]}</option>}
      </select>
      {GROUPS.map(({ label, commands }) => (
        <div key={label} role="group" aria-label={label}>
          {commands.map(button)}
        </div>
      ))}
      {state.inTable && (
        <div role="group" aria-label={TABLE_GROUP.label}>
          {TABLE_GROUP.commands.map(button)}
        </div>
      )}
    </Bar>
  );
};
