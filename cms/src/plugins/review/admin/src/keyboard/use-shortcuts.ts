import { useEffect, useRef, useState } from 'react';

/** What a key does. `KeyboardEvent.key`; letters in lower case. */
export type Shortcuts = Record<string, () => void>;

const OFF = 'gongkai-shortcuts-off';
const CHANGED = 'gongkai-shortcuts-changed';

export const areOn = (): boolean => localStorage.getItem(OFF) === null;

/** Single keys can be switched off: voice input and unsteady hands press them by accident (WCAG 2.1.4). */
export const useShortcutsSwitch = (): [boolean, (on: boolean) => void] => {
  const [on, setOn] = useState(areOn);
  useEffect(() => {
    const read = () => setOn(areOn());
    window.addEventListener(CHANGED, read);
    return () => window.removeEventListener(CHANGED, read);
  }, []);
  return [
    on,
    (wanted) => {
      if (wanted) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, '1');
      window.dispatchEvent(new Event(CHANGED));
    },
  ];
};

const TYPED_INTO = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=combobox], [role=listbox]';

const isTyping = (target: EventTarget | null): boolean =>
  target !== null && 'closest' in target && (target as Element).closest(TYPED_INTO) !== null;

const isAsked = (): boolean => document.querySelector('[role=dialog], [role=alertdialog]') !== null;

/**
 * Keys of a screen, while nobody is typing and no dialog is open.
 * @param frame document of a frame on the screen, whose keys count too
 */
export const useShortcuts = (shortcuts: Shortcuts, frame: Document | null = null): void => {
  const present = useRef(shortcuts);
  present.current = shortcuts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = present.current[key];
      if (!act || isTyping(event.target) || isAsked()) return;
      if (event.key.length === 1 && key !== '?' && !areOn()) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    frame?.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
      frame?.removeEventListener('keydown', press);
    };
  }, [frame]);
};
