import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const WIDTHS = [1280, 360];

/**
 * Takes a screen at both widths into the folder that `GONGKAI_SHOTS` names, for eyes; without it nothing is taken.
 * @param name of the files, before `-1280.png`
 * @param widths in px; where a dialog is open, the present one alone: the desk is laid out anew on a telephone and closes it
 */
export const picturesOf = async (page: Page, name: string, widths = WIDTHS): Promise<void> => {
  const folder = process.env.GONGKAI_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  if (before) await page.setViewportSize(before);
};
