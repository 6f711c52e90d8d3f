import { carryOut } from './errands.ts';
import { asPublisherError } from './errors.ts';
import { Requests } from './requests.ts';
import type { Errand } from './requests.ts';
import { turn } from './turn.ts';
import type { Workshop } from './workshop.ts';

/** Asked for without a nudge: a lost webhook costs this much and never a document. */
const POLL_EVERY_MS = 10_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

export interface LastError {
  at: string;
  code: string;
  message: string;
  hint: string;
}

/** The publisher at work: turn after turn until it is stopped. */
export class Loop {
  readonly requests = new Requests();
  lastError: LastError | null = null;
  /** What it is doing, for the status; null: waiting. */
  working: string | null = null;
  readonly #shop: Workshop;
  #stopped = false;
  #nudged = false;
  #searchReady = false;
  #failures = 0;
  #wake: () => void = () => {};

  constructor(shop: Workshop) {
    this.#shop = shop;
    shop.search.onReady(() => {
      this.#searchReady = true;
      this.nudge();
    });
  }

  /** There may be something new: do not wait for the next poll. */
  nudge(): void {
    this.#nudged = true;
    this.#wake();
  }

  ask(errand: Errand): number {
    const number = this.requests.add(errand);
    this.nudge();
    return number;
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      this.#nudged = false;
      await this.#errands();
      await this.#turn();
      await this.#wait();
    }
  }

  async #errands(): Promise<void> {
    for (let request = this.requests.next(); request && !this.#stopped; request = this.requests.next()) {
      this.working = request.errand.type;
      try {
        this.requests.settle(request.number, { state: 'done', live: await carryOut(this.#shop, request.errand) });
      } catch (thrown) {
        this.#shop.log.error(request.errand.type, thrown);
        const { code, detail } = asPublisherError(thrown);
        this.requests.settle(request.number, { state: 'failed', code, detail });
      }
    }
  }

  async #turn(): Promise<void> {
    const search = this.#searchReady;
    this.#searchReady = false;
    this.working = 'publish';
    try {
      await turn(this.#shop, { everything: false, search });
      this.#failures = 0;
    } catch (thrown) {
      this.#searchReady ||= search;
      this.#fail(thrown);
    } finally {
      this.working = null;
    }
  }

  #fail(thrown: unknown): void {
    if (this.#stopped) return;
    this.#failures += 1;
    const { code, message, hint } = asPublisherError(thrown);
    // The same trouble every half minute is told once; the status shows it as long as it lasts.
    if (this.#failures === 1 || this.lastError?.message !== message)
      this.#shop.log.error('turn', thrown, { failures: this.#failures });
    this.lastError = { at: new Date().toISOString(), code, message, hint };
  }

  /** Until a nudge, the next poll, or, after a failure, the next try; a nudge does not cut a retry short, or it would hammer. */
  async #wait(): Promise<void> {
    const retry = Math.min(FIRST_RETRY_MS * 2 ** (this.#failures - 1), LAST_RETRY_MS);
    if (this.#stopped || (this.#nudged && this.#failures === 0)) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#failures > 0 ? retry : POLL_EVERY_MS);
      this.#wake = () => {
        if (this.#failures > 0 && !this.#stopped) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => {};
  }
}
