import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Asking } from './queries.ts';

/** What a reader saw of one query. */
export interface Seen {
  /** From sending the form until the first results stand on the page. */
  ms: number;
  /** Said in the status; 0 where nothing was found. */
  total: number;
  /** Ids of the first results, at most ten. */
  ids: string[];
  nearest: boolean;
}

export interface Traffic {
  bytes: number;
  requests: number;
  addresses: string[];
}

const ANSWER_WITHIN_MS = 60_000;

/** A search page in a browser that never was here before. */
export class SearchSession {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #sizes: Promise<{ address: string; bytes: number }>[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.#page = page;
    context.on('requestfinished', (request) => {
      const size = request.sizes().then(
        ({ responseBodySize, responseHeadersSize }) => ({ address: request.url(), bytes: responseBodySize + responseHeadersSize }),
        // A request that ended with its page has no size any more.
        () => ({ address: request.url(), bytes: 0 }),
      );
      this.#sizes.push(size);
    });
  }

  static async open(browser: Browser, address: string): Promise<SearchSession> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const session = new SearchSession(context, page);
    await page.goto(`${address}/search/`, { waitUntil: 'load' });
    return session;
  }

  /** Types a first letter and waits, as somebody does who types on: the page loads what every search begins with. */
  async beginToType(): Promise<void> {
    await this.#page.fill('#q', '市');
    await this.#page.waitForLoadState('networkidle');
  }

  /** Types a query, sends it and reads the first results. @param all - reads on until ten are there */
  async ask(query: string, all: boolean): Promise<Seen> {
    const answered = await this.#page.evaluate(send, { query, within: ANSWER_WITHIN_MS });
    const wanted = Math.min(10, answered.total);
    if (all && answered.hrefs.length < wanted) {
      await this.#page.locator('#search-more').scrollIntoViewIfNeeded();
      await this.#page.waitForFunction((count) => document.querySelectorAll('#search-results > li').length >= count, wanted, { timeout: ANSWER_WITHIN_MS });
    }
    const hrefs = await this.#page.locator('#search-results > li h2 a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const ids = hrefs.slice(0, 10).map((href) => /([0-9a-z]{10})\.html$/.exec(href)?.[1] ?? '');
    return { ms: answered.ms, total: answered.total, nearest: answered.nearest, ids };
  }

  /** What was fetched since the last time. */
  async traffic(): Promise<Traffic> {
    const fetched = await Promise.all(this.#sizes.splice(0));
    return { bytes: fetched.reduce((sum, { bytes }) => sum + bytes, 0), requests: fetched.length, addresses: fetched.map(({ address }) => address) };
  }

  /** Fetches the same addresses plainly and unpacks what is packed: what no search can do without. @returns milliseconds */
  async fetchPlainly(addresses: string[]): Promise<number> {
    return this.#page.evaluate(fetchAndUnpack, addresses);
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}

/** Runs in the page. */
const send = ({ query, within }: { query: string; within: number }) =>
  new Promise<{ ms: number; total: number; nearest: boolean; hrefs: string[] }>((resolve, reject) => {
    const form = document.querySelector('#search-form') as HTMLFormElement;
    const status = document.querySelector('#search-status') as HTMLElement;
    const giveUp = setTimeout(() => reject(new Error(`No answer to ${query}: ${status.textContent}`)), within);
    (form.elements.namedItem('q') as HTMLInputElement).value = query;
    const begun = performance.now();
    form.requestSubmit();
    const look = (): void => {
      const said = status.textContent ?? '';
      if (said === '' || said.includes('正在搜索')) return;
      observer.disconnect();
      clearTimeout(giveUp);
      requestAnimationFrame(() => {
        const number = /(?:找到|最接近的) ([\d,]+) 条/.exec(said)?.[1] ?? '0';
        if (/^(这次搜索|您的设备).*没有成功/.test(said)) return reject(new Error(`${query}: ${said}`));
        resolve({
          ms: performance.now() - begun,
          total: Number(number.replaceAll(',', '')),
          nearest: said.includes('最接近的'),
          hrefs: Array.from(document.querySelectorAll('#search-results > li h2 a'), (link) => link.getAttribute('href') ?? ''),
        });
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(status, { childList: true, subtree: true, characterData: true });
    look();
  });

/** Runs in the page. */
const fetchAndUnpack = async (addresses: string[]): Promise<number> => {
  const begun = performance.now();
  await Promise.all(
    addresses.map(async (address) => {
      const bytes = await (await fetch(address, { cache: 'no-store' })).arrayBuffer();
      const [first, second] = new Uint8Array(bytes.slice(0, 2));
      if (first !== 0x1f || second !== 0x8b) return;
      await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
    }),
  );
  return performance.now() - begun;
};

export interface Quality {
  asked: number;
  hitAt10: number;
  hitAt1: number;
  withoutResult: number;
}

export const qualityOf = (askings: Asking[], seen: Seen[]): Quality => {
  const share = (hits: (asking: Asking, one: Seen) => boolean): number =>
    askings.filter((asking, place) => hits(asking, seen[place] as Seen)).length / Math.max(1, askings.length);
  return {
    asked: askings.length,
    hitAt10: share(({ relevant }, { ids }) => ids.some((id) => relevant.has(id))),
    hitAt1: share(({ relevant }, { ids }) => relevant.has(ids[0] ?? '')),
    withoutResult: seen.filter(({ ids }) => ids.length === 0).length,
  };
};
