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

  /** It follows what stands on the root. The text stays as it was written where it does not come through. */
  const convert = () =>
    load('traditional').catch(() => {
      set('hant', false);
      const box = /** @type {HTMLInputElement | null} */ (document.getElementById('hant'));
      if (box) box.checked = false;
    });
  if (root.hasAttribute('data-hant')) convert();

  const attachModes = () => {
    for (const mode of modes) {
      const box = /** @type {HTMLInputElement | null} */ (document.getElementById(mode));
      if (!box) continue;
      const show = () => void (box.checked = root.hasAttribute('data-' + mode));
      show();
      // A browser that brings back what stood in a form does so after the text is parsed, and says nothing.
      addEventListener('pageshow', show);
      box.addEventListener('change', () => {
        set(mode, box.checked);
        withStorage(() => (box.checked ? localStorage.setItem(mode, '1') : localStorage.removeItem(mode)));
        if (mode === 'hant' && box.checked) convert();
      });
    }
  };

  /** @param {string} id @param {() => void} act @param {boolean} [once] */
  const attach = (id, act, once) => {
    const button = document.getElementById(id);
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', act, { once });
  };

  document.addEventListener('DOMContentLoaded', () => {
    attachModes();
    attach('print', () => print());
    // Loaded, it begins to read and answers the button from then on.
    if ('speechSynthesis' in window) attach('read-aloud', () => void load('aloud'), true);
  });
})();
