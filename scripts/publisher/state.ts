import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './tree/durability.ts';

/** What the publisher itself remembers from one run to the next; all else is in the replica and the tree. */
export interface State {
  /** Every event up to this number was acknowledged. */
  acknowledged: number;
  /** Set-aside documents the CMS was told of, as `id:seq`. */
  told: string[];
  /** Pages of a settled plan that could not be rendered and belong to no document: tried again with the next plan. */
  unrendered: string[];
  /** Documents the search has not taken in because it failed. */
  unsearched: string[];
  /** Fingerprint of the site's templates the live pages were rendered with; another one means a full build. */
  templates: string;
}

const NOTHING: State = { acknowledged: 0, told: [], unrendered: [], unsearched: [], templates: '' };

export class StateFile {
  readonly #file: string;
  #state: State;

  constructor(publisherFolder: string) {
    this.#file = join(publisherFolder, 'state.json');
    this.#state = existsSync(this.#file) ? { ...NOTHING, ...(JSON.parse(readFileSync(this.#file, 'utf8')) as State) } : NOTHING;
  }

  get(): Readonly<State> {
    return this.#state;
  }

  set(change: Partial<State>): void {
    const next = { ...this.#state, ...change };
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    replaceFile(this.#file, `${JSON.stringify(next)}\n`);
    this.#state = next;
  }
}
