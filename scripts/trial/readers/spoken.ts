import type { Page } from 'playwright-core';

declare global {
  interface Window {
    spoken: { text: string; rate: number }[];
    /** Lets the voice come to the end of what it says. */
    endUtterance: () => void;
  }
}

/** A headless browser has no voice: this one keeps what it is given, and is done with it when told. */
export const giveVoice = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    let saying: SpeechSynthesisUtterance | null = null;
    window.spoken = [];
    window.endUtterance = () => {
      const done = saying;
      saying = null;
      done?.onend?.(new Event('end') as SpeechSynthesisEvent);
    };
    const voice = {
      speak: (utterance: SpeechSynthesisUtterance) => {
        saying = utterance;
        window.spoken.push({ text: utterance.text, rate: utterance.rate });
      },
      cancel: () => {
        saying = null;
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: voice });
  });
};
