import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { nameOfFile } from './mapping.ts';

/** A row that did not go in, as it stands in the file of refused rows. */
export interface RefusedRow {
  line: number;
  key: string | null;
  code: string;
  message: string;
  /** The row as it stood in the source, to be mended and imported by itself. */
  row: unknown;
}

const stateSchema = z.object({
  /** What is being imported; another file or mapping begins anew. */
  of: z.string(),
  /** Every row up to this line has been settled. */
  line: z.int().nonnegative(),
  imported: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
});

type State = z.output<typeof stateSchema>;

/**
 * What an import remembers on disk: up to which line all is settled, and which rows were refused. Both stand in `<data>/import/`;
 * a run that is killed loses at most the batch under way, and sending that again changes nothing.
 */
export class Journal {
  readonly refusedFile: string;
  readonly #stateFile: string;
  #state: State;

  private constructor(stateFile: string, refusedFile: string, state: State) {
    this.#stateFile = stateFile;
    this.refusedFile = refusedFile;
    this.#state = state;
  }

  /**
   * @param identity of file and mapping (see `identityOf`)
   * @param restart forget an earlier run that was stopped
   */
  static open(
    dataFolder: string,
    file: string,
    identity: string,
    options: { refusedFile: string | null; restart: boolean },
  ): Journal {
    const folder = join(dataFolder, 'import');
    mkdirSync(folder, { recursive: true });
    const stateFile = join(folder, `${nameOfFile(file)}-state.json`);
    const refusedFile = options.refusedFile ?? join(folder, `${nameOfFile(file)}-refused.ndjson`);
    mkdirSync(dirname(refusedFile), { recursive: true });
    const kept = options.restart ? null : readState(stateFile, identity);
    keepRefusedUpTo(refusedFile, kept?.line ?? 0);
    return new Journal(stateFile, refusedFile, kept ?? { of: identity, line: 0, imported: 0, unchanged: 0 });
  }

  /** Line up to which an earlier run had settled everything; 0: from the start. */
  get settledLine(): number {
    return this.#state.line;
  }

  get counts(): { imported: number; unchanged: number } {
    return { imported: this.#state.imported, unchanged: this.#state.unchanged };
  }

  /** Refused rows first, then the line: killed in between, the rows are dropped on resuming and found again. */
  settle(line: number, imported: number, unchanged: number, refused: RefusedRow[]): void {
    if (refused.length > 0) appendFileSync(this.refusedFile, refused.map((row) => `${JSON.stringify(row)}\n`).join(''));
    this.#state = {
      ...this.#state,
      line,
      imported: this.#state.imported + imported,
      unchanged: this.#state.unchanged + unchanged,
    };
    writeFileSync(`${this.#stateFile}.draft`, JSON.stringify(this.#state));
    renameSync(`${this.#stateFile}.draft`, this.#stateFile);
  }

  /** The whole file is done: the next run begins at its first line again. */
  finish(): void {
    rmSync(this.#stateFile, { force: true });
  }
}

const readState = (file: string, identity: string): State | null => {
  if (!existsSync(file)) return null;
  const parsed = stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success && parsed.data.of === identity ? parsed.data : null;
};

const keepRefusedUpTo = (file: string, line: number): void => {
  const kept =
    existsSync(file) && line > 0
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((text) => text !== '' && lineOf(text) <= line)
      : [];
  writeFileSync(file, kept.map((text) => `${text}\n`).join(''));
};

/** A line cut short by a kill is not kept. */
const lineOf = (text: string): number => {
  try {
    return z.object({ line: z.int() }).parse(JSON.parse(text)).line;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return Infinity;
    throw error;
  }
};

/** Which file and mapping a journal belongs to: size and time of change stand for the content, which may be gigabytes. */
export const identityOf = (file: string, mapping: unknown, limit: number | null): string => {
  const { size, mtimeMs } = statSync(file);
  const text = JSON.stringify([file, size, mtimeMs, mapping, limit], (_, value: unknown) =>
    value instanceof RegExp ? value.source : value,
  );
  return createHash('sha256').update(text).digest('hex');
};
