/** One bundle's results, newest first. */
export interface Stream<T> {
  results: T[];
  /** Reads the moment of a result, fourteen digits; empty for none. */
  dateOf: (result: T) => Promise<string>;
}

/**
 * Merges streams newest first, reading only as many dates as are asked for: each bundle is in order by itself, and they overlap, whatever
 * their places among each other.
 */
export class DateMerge<T> {
  readonly #streams: { stream: Stream<T>; at: number; date: string | null }[];
  readonly #merged: T[] = [];

  constructor(streams: Stream<T>[]) {
    this.#streams = streams.map((stream) => ({ stream, at: 0, date: null }));
  }

  /** The first `count` results, or all there are. */
  async first(count: number): Promise<T[]> {
    while (this.#merged.length < count) {
      const next = await this.#next();
      if (next === undefined) break;
      this.#merged.push(next);
    }
    return this.#merged.slice(0, count);
  }

  async #next(): Promise<T | undefined> {
    const open = this.#streams.filter(({ stream, at }) => at < stream.results.length);
    await Promise.all(open.map((head) => this.#read(head)));
    const [newest] = open.sort((a, b) => (a.date === b.date ? 0 : (a.date ?? '') > (b.date ?? '') ? -1 : 1));
    if (!newest) return undefined;
    const result = newest.stream.results[newest.at];
    newest.at += 1;
    newest.date = null;
    return result;
  }

  async #read(head: { stream: Stream<T>; at: number; date: string | null }): Promise<void> {
    const result = head.stream.results[head.at];
    if (head.date === null && result !== undefined) head.date = await head.stream.dateOf(result);
  }
}
