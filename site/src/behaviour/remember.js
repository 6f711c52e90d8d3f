// @ts-check
/*
 * Remembers the reader's choice of large text and high contrast, and shows the buttons that need a script (print, read aloud).
 * Reading needs none of it: the switches work by CSS alone within a page.
 *
 * A classic script that stops the parser, and so plain JavaScript: a module would run after the first paint, and whoever needs
 * large text would see every page jump.
 */
(() => {
  const root = document.documentElement;
  const modes = ['large', 'contrast'];

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

  for (const mode of modes) set(mode, withStorage(() => localStorage.getItem(mode)) === '1');

  const attachModes = () => {
    for (const mode of modes) {
      const box = /** @type {HTMLInputElement | null} */ (document.getElementById(mode));
      if (!box) continue;
      box.checked = root.hasAttribute('data-' + mode);
      box.addEventListener('change', () => {
        set(mode, box.checked);
        withStorage(() => (box.checked ? localStorage.setItem(mode, '1') : localStorage.removeItem(mode)));
      });
    }
  };

  const attachPrint = () => {
    const button = document.getElementById('print');
    if (!button) return;
    button.hidden = false;
    button.addEventListener('click', () => print());
  };

  const attachVoice = () => {
    const button = document.getElementById('read-aloud');
    const text = document.getElementById('body');
    if (!button || !text || !('speechSynthesis' in window)) return;
    const idle = button.textContent;
    const rest = () => {
      button.textContent = idle;
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      const speaking = speechSynthesis.speaking;
      speechSynthesis.cancel();
      if (speaking) return rest();
      // Passage by passage: browsers cut a long utterance off.
      const passages = (text.innerText.match(/[^。！？\n]+[。！？]?/g) || []).map(
        (passage) => new SpeechSynthesisUtterance(passage),
      );
      for (const passage of passages) {
        passage.lang = 'zh-CN';
        speechSynthesis.speak(passage);
      }
      const last = passages.at(-1);
      if (!last) return;
      last.onend = last.onerror = rest;
      button.textContent = '停止朗读';
    });
    addEventListener('pagehide', () => speechSynthesis.cancel());
  };

  document.addEventListener('DOMContentLoaded', () => {
    attachModes();
    attachPrint();
    attachVoice();
  });
})();
