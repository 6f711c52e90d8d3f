// @ts-check
/*
 * Remembers how the reader reads (长者模式, large text, high contrast, traditional characters), and shows the buttons that need a
 * script (print, read aloud). Reading needs none of it: the switches work by CSS alone within a page, but for the conversion.
 *
 * A classic script that stops the parser, and so plain JavaScript: a module would run after the first paint, and whoever needs
 * large text would see every page jump. What is larger lies in modules beside this file, loaded when they are used.
 */
(() => {
  const root = document.documentElement;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const modes = ['elder', 'large', 'contrast', 'hant'];

  /** @param {'traditional' | 'aloud'} name */
  const load = (name) => import(new URL(script.dataset[name] || '', script.src).href);

  /** @param {string} mode @param {boolean} on */
  const set = (mode, on) => root.toggleAttribute('data-' + mode, on);

  /** A browser that forbids storage still switches, it only does not remember. @param {() => string | null | void} use */
  const withStorage = (use) => {
    try {
      return use();
    } catch {
      return null;
    }
  };

  set('live', true);
  for (const mode of modes) set(mode, withStorage(() => localStorage.getItem(mode)) === '1');

  /** Asks what is wanted when the converter is there: the reader may have changed their mind meanwhile. */
  const convert = () => load('traditional').then(({ show }) => show(root.hasAttribute('data-hant')));
  // The text stays as it was written where the converter does not come through.
  if (root.hasAttribute('data-hant')) convert().catch(() => set('hant', false));

  const attachModes = () => {
    for (const mode of modes) {
      const box = /** @type {HTMLInputElement | null} */ (document.getElementById(mode));
      if (!box) continue;
      box.checked = root.hasAttribute('data-' + mode);
      box.addEventListener('change', () => {
        set(mode, box.checked);
        withStorage(() => (box.checked ? localStorage.setItem(mode, '1') : localStorage.removeItem(mode)));
        if (mode === 'hant')
          convert().catch(() => {
            set(mode, (box.checked = false));
          });
      });
    }
  };

  /** @param {string} id @param {() => void} act */
  const attach = (id, act) => {
    const button = document.getElementById(id);
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', act);
  };

  document.addEventListener('DOMContentLoaded', () => {
    attachModes();
    attach('print', () => print());
    const text = document.getElementById('body');
    if (text && 'speechSynthesis' in window) attach('read-aloud', () => void load('aloud').then(({ open }) => open(text)));
  });
})();
