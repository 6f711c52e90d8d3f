import type Database from 'better-sqlite3';
import type { PublicDocument } from '../contract/index.ts';
import type { CataloguePlace, RoomsState } from '../plan/rooms.ts';
import { themeCode } from '../plan/themes.ts';
import type { Address } from '../plan/addresses.ts';
import type { Card } from './card.ts';

const STANDING = 'd.column_code IN (SELECT code FROM columns)';
const NEWEST_FIRST = 'ORDER BY d.published DESC, d.id';

/** How many documents one department published in one year under one theme. */
export interface CatalogueCount {
  department: string;
  year: string;
  theme: string;
  documents: number;
}

/** A document in the catalogue; `writtenOn`: 成文日期, `yyyy-mm-dd`. */
export interface CatalogueLine {
  card: Card;
  indexNumber: string;
  writtenOn: string | null;
}

/** What the rooms of the site read, from the indexes of `particulars.ts`; like all lists newest first, in standing columns only. */
export class RoomsReader implements RoomsState {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[], unknown>>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Newest document that makes a topic. */
  topic(code: string): PublicDocument | null {
    return this.#documents("p.type = 'topic' AND p.key = ?", code).at(0) ?? null;
  }

  /** Documents of all topics; a code used twice is in the hands of the newest. */
  topics(): PublicDocument[] {
    const seen = new Set<string>();
    return this.#documents("p.type = 'topic'").filter(({ particulars }) => {
      if (particulars?.type !== 'topic' || seen.has(particulars.code)) return false;
      seen.add(particulars.code);
      return true;
    });
  }

  hallTexts(room: string): PublicDocument[] {
    return this.#documents("p.type = 'hall' AND p.key = ?", room);
  }

  emergenciesInForce(): PublicDocument[] {
    return this.#documents("p.in_force = 1 AND p.type = 'emergency'");
  }

  /** Newest documents of a column with this word among their 关键词. */
  newestWithWord(column: string, word: string, limit: number): Card[] {
    return this.#cards(
      `SELECT d.card FROM keywords k JOIN documents d ON d.id = k.id
       WHERE k.word = ? AND k.column_code = ? AND ${STANDING} ORDER BY k.published DESC, k.id LIMIT ?`,
      word,
      column,
      limit,
    );
  }

  /** Newest documents of a department in one of its columns. */
  newestOfDepartmentIn(department: string, column: string, limit: number): Card[] {
    return this.#cards(
      `SELECT card FROM documents d WHERE department_code = ? AND column_code = ? AND ${STANDING} ORDER BY month DESC, published DESC, id LIMIT ?`,
      department,
      column,
      limit,
    );
  }

  catalogueCounts(): CatalogueCount[] {
    return this.#all<CatalogueCount>(
      `SELECT department_code AS department, year, theme, sum(documents) AS documents FROM catalogue_counts
       WHERE column_code IN (SELECT code FROM columns) GROUP BY department_code, year, theme ORDER BY department_code, year DESC, theme`,
    );
  }

  /** Documents of one page of the catalogue. */
  catalogueOf(place: CataloguePlace): CatalogueLine[] {
    const [where, value] = 'department' in place ? ['c.department_code = ?', place.department] : ['c.theme = ?', this.themeOf(place.theme) ?? ''];
    return this.#all<{ card: string; indexNumber: string; writtenOn: string | null }>(
      `SELECT d.card, c.index_number AS indexNumber, c.written_on AS writtenOn FROM catalogue c JOIN documents d ON d.id = c.id
       WHERE ${where} AND c.year = ? AND ${STANDING} ORDER BY c.published DESC, c.id`,
      value,
      place.year,
    ).map(({ card, indexNumber, writtenOn }) => ({ card: JSON.parse(card) as Card, indexNumber, writtenOn }));
  }

  themeOf(code: string): string | null {
    return this.#strings('SELECT DISTINCT theme FROM catalogue_counts ORDER BY theme').find((theme) => themeCode(theme) === code) ?? null;
  }

  topicStands(code: string): boolean {
    return this.topic(code) !== null;
  }

  topicCodes(): string[] {
    return this.#strings(`SELECT DISTINCT p.key FROM particulars p JOIN documents d ON d.id = p.id WHERE p.type = 'topic' AND ${STANDING} ORDER BY p.key`);
  }

  topicsShowing(column: string, words: string[]): string[] {
    return ['', ...words].flatMap((word) => this.#strings('SELECT DISTINCT code FROM topic_sections WHERE column_code = ? AND keyword = ?', column, word));
  }

  topicsOfColumn(column: string): string[] {
    return this.#strings('SELECT DISTINCT code FROM topic_sections WHERE column_code = ?', column);
  }

  personsNamed(words: string[]): Address[] {
    return words.flatMap((word) =>
      this.#all<Address>(
        `SELECT d.column_code AS "column", d.month, d.id FROM particulars p JOIN documents d ON d.id = p.id WHERE p.type = 'person' AND p.key = ?`,
        word,
      ),
    );
  }

  personsInColumn(column: string): Address[] {
    return this.#all<Address>(
      `SELECT d.column_code AS "column", d.month, d.id FROM particulars p JOIN documents d ON d.id = p.id
       WHERE p.type = 'person' AND EXISTS (SELECT 1 FROM keywords WHERE word = p.key AND column_code = ?)`,
      column,
    );
  }

  cataloguePlaces(): CataloguePlace[] {
    const counts = this.catalogueCounts();
    const unique = (places: CataloguePlace[]): CataloguePlace[] => [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
    return [
      ...unique(counts.map(({ department, year }) => ({ department, year }))),
      ...unique(counts.filter(({ theme }) => theme !== '').map(({ theme, year }) => ({ theme: themeCode(theme), year }))),
    ];
  }

  catalogueStands(place: CataloguePlace): boolean {
    const [column, value] = 'department' in place ? ['department_code', place.department] : ['theme', this.themeOf(place.theme)];
    if (value === null) return false;
    const sql = `SELECT 1 FROM catalogue_counts WHERE ${column} = ? AND year = ? AND column_code IN (SELECT code FROM columns) LIMIT 1`;
    return this.#prepared(sql).get(value, place.year) !== undefined;
  }

  catalogueYearsOf(department: string): string[] {
    return this.#strings('SELECT DISTINCT year FROM catalogue_counts WHERE department_code = ? ORDER BY year DESC', department);
  }

  #documents(where: string, ...values: unknown[]): PublicDocument[] {
    return this.#all<{ json: string }>(
      `SELECT t.json FROM particulars p JOIN documents d ON d.id = p.id JOIN contents t ON t.number = d.number
       WHERE ${where} AND ${STANDING} ${NEWEST_FIRST}`,
      ...values,
    ).map(({ json }) => JSON.parse(json) as PublicDocument);
  }

  #cards(sql: string, ...values: unknown[]): Card[] {
    return this.#all<{ card: string }>(sql, ...values).map(({ card }) => JSON.parse(card) as Card);
  }

  #strings(sql: string, ...values: unknown[]): string[] {
    return (this.#prepared(sql).raw().all(...values) as [string][]).map(([text]) => text);
  }

  #all<T>(sql: string, ...values: unknown[]): T[] {
    return this.#prepared(sql).all(...values) as T[];
  }

  #prepared(sql: string): Database.Statement<unknown[], unknown> {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#database.prepare<unknown[], unknown>(sql)));
    return statement;
  }
}
