import { createRequire } from 'node:module';
import { findBrowser, launchOptions } from '../browser/open-browser.ts';

/** As much of Puppeteer's browser as is used here: its types come with a package we do not depend on ourselves. */
export interface PuppeteerBrowser {
  wsEndpoint(): string;
  close(): Promise<void>;
}

interface Puppeteer {
  launch(options: { executablePath: string; args: string[]; env: Record<string, string>; headless: boolean }): Promise<PuppeteerBrowser>;
}

/** pa11y's own copy: another version might speak another dialect. */
const puppeteer = (): Puppeteer => {
  const pa11y = createRequire(import.meta.url).resolve('pa11y');
  const loaded = createRequire(pa11y)('puppeteer') as Puppeteer | { default: Puppeteer };
  return 'launch' in loaded ? loaded : loaded.default;
};

/** The browser of our tests, for judges that need Puppeteer. The caller closes it. */
export const openPuppeteerBrowser = async (): Promise<PuppeteerBrowser> => {
  const { executablePath, args, env, chromiumSandbox } = launchOptions(await findBrowser());
  return puppeteer().launch({ executablePath, args: chromiumSandbox ? args : [...args, '--no-sandbox'], env, headless: true });
};
