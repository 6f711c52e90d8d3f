import type { LiveRelease } from './tree.ts';

/** What an operator can ask of a running publisher. */
export type Errand = { type: 'rebuild' } | { type: 'rollback'; release?: number | undefined };

export type Outcome =
  { state: 'waiting' } | { state: 'done'; live: LiveRelease } | { state: 'failed'; code: string; detail: string };

interface Request {
  number: number;
  errand: Errand;
}

/** Outcomes remembered for whoever asks. */
const REMEMBERED = 50;

/** Errands wait here until the publisher's turn is over: replica and tree are worked on by one at a time. */
export class Requests {
  readonly #waiting: Request[] = [];
  readonly #outcomes = new Map<number, Outcome>();
  #count = 0;

  add(errand: Errand): number {
    const number = (this.#count += 1);
    this.#waiting.push({ number, errand });
    this.settle(number, { state: 'waiting' });
    return number;
  }

  next(): Request | undefined {
    return this.#waiting.shift();
  }

  settle(number: number, outcome: Outcome): void {
    this.#outcomes.set(number, outcome);
    this.#outcomes.delete(number - REMEMBERED);
  }

  outcome(number: number): Outcome | undefined {
    return this.#outcomes.get(number);
  }
}
