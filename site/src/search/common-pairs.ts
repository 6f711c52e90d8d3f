import { commonnessOf } from './nearest.ts';
import type { Commonness } from './nearest.ts';
import type { PointedBundle } from './pointer.ts';

type Table = Record<string, string>;

/** How common pairs are in bundles. The table of each is read once. */
export class CommonPairs {
  readonly #tables = new Map<string, Promise<Table>>();
  readonly #read: (path: string) => Promise<Table>;

  /** @param read - gets the table of a bundle at this address */
  constructor(read: (path: string) => Promise<Table> = fetchTable) {
    this.#read = read;
  }

  async of(bundles: PointedBundle[]): Promise<Commonness> {
    return commonnessOf(await Promise.all(bundles.map(async ({ path, documents }) => ({ documents, pairs: await this.#tableOf(path) }))));
  }

  #tableOf(path: string): Promise<Table> {
    let table = this.#tables.get(path);
    if (!table) {
      this.#tables.set(path, (table = this.#read(path)));
      // What did not come is asked for again: a network may be away for a moment.
      table.catch(() => this.#tables.delete(path));
    }
    return table;
  }
}

/** A small bundle has an empty one. */
async function fetchTable(path: string): Promise<Table> {
  const response = await fetch(`${path}common.json`);
  if (!response.ok) return {};
  const table: Table = await response.json();
  return table;
}
