/** Runs work one after another until a first one has succeeded; from then on all at once. */
export class FirstAlone {
  #succeeded = false;
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#succeeded) return work();
    const turn = this.#last.then(() => ({ begun: work() }));
    this.#last = turn.then(async ({ begun }) => {
      // Those that waited for the first go on together.
      if (!this.#succeeded) await begun.then(() => (this.#succeeded = true)).catch(() => undefined);
    });
    return turn.then(({ begun }) => begun);
  }
}
