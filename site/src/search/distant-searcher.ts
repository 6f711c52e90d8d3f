import type { Answer, Asked, Brought } from './calls.ts';
import { TooShort } from './limits.ts';
import type { Question } from './question.ts';
import type { Found, Searcher } from './search.ts';

interface Waiting {
  resolve(value: Brought[keyof Brought]): void;
  reject(error: Error): void;
}

/** The worker did not start: its browser knows no workers that are modules. */
class NoWorker extends Error {}

/** A searcher in a worker; in the page itself where the browser cannot run ours. */
export class DistantSearcher implements Pick<Searcher, 'years' | 'prepare' | 'find'> {
  years: number[] = [];
  #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #answered = false;
  /** It broke off before it ever answered: nobody is to wait for it. */
  #missing = false;
  /**
   * It could not answer: code that did not come, and bundles that could not be opened, stay as they are for all the life of a worker.
   * What is asked next has a new one.
   */
  #failed = false;
  #near: Searcher | null = null;

  constructor() {
    this.#worker = this.#start();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#settle(data));
    worker.addEventListener('error', (event) => this.#breakOff(event.message));
    return worker;
  }

  /** Replaces the one that failed, once nobody waits for it any more. */
  #renewFailed(): void {
    if (!this.#failed || this.#waiting.size > 0) return;
    this.#failed = false;
    this.#worker.terminate();
    this.#worker = this.#start();
  }

  async prepare(typed: string): Promise<void> {
    await this.#orNear(() => this.#call({ what: 'prepare', typed }), (near) => near.prepare(typed));
  }

  find(question: Question): Promise<Found> {
    return this.#orNear(
      async () => {
        const { found, years, ...said } = await this.#call({ what: 'find', question });
        this.years = years;
        return {
          ...said,
          first: (count: number) => this.#call({ what: 'first', found, count }),
          counts: () => this.#call({ what: 'counts', found }),
        };
      },
      async (near) => {
        const found = await near.find(question);
        this.years = near.years;
        return found;
      },
    );
  }

  async #orNear<T>(far: () => Promise<T>, near: (searcher: Searcher) => Promise<T>): Promise<T> {
    if (!this.#near) {
      try {
        return await far();
      } catch (error) {
        if (!(error instanceof NoWorker)) throw error;
      }
    }
    if (!this.#near) {
      const { Searcher } = await import('./search.ts');
      this.#near ??= new Searcher();
    }
    return near(this.#near);
  }

  #call<A extends Asked>(asked: A): Promise<Brought[A['what']]> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      if (this.#missing) return reject(new NoWorker());
      this.#renewFailed();
      // What is answered to a call is what its kind brings.
      this.#waiting.set(id, { resolve: (value) => resolve(value as Brought[A['what']]), reject });
      this.#worker.postMessage({ id, ...asked });
    });
  }

  #settle(answer: Answer): void {
    this.#answered = true;
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('value' in answer) waiting?.resolve(answer.value);
    else if (answer.fault === 'too-short') waiting?.reject(new TooShort());
    else {
      this.#failed = true;
      waiting?.reject(new Error(answer.message));
    }
  }

  #breakOff(message: string): void {
    this.#missing = !this.#answered;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(this.#missing ? new NoWorker(message) : new Error(message));
    this.#failed = true;
  }
}
