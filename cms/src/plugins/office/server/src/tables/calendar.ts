import type { Knex } from 'knex';
import type { SpecialDay, WorkingCalendar } from '../decisions/calendar';
import { calendarOf } from '../decisions/calendar';
import { ANNOUNCED } from '../decisions/holidays';

export interface CalendarYear {
  year: string;
  source: string;
  version: number;
  changedByName: string;
  changedAt: string;
  days: SpecialDay[];
}

interface YearRow {
  year: string;
  source: string;
  version: number;
  changed_by_name: string;
  changed_at: string;
}

const daysOf = async (knex: Knex, year?: string): Promise<(SpecialDay & { year: string })[]> => {
  const query = knex('office_holiday').select('day', 'year', 'kind', 'name').orderBy('day');
  return (await (year ? query.where({ year }) : query)) as (SpecialDay & { year: string })[];
};

/** What the counting of working days needs: a few hundred rows, read anew each time so that a correction counts at once. */
export const readCalendar = async (knex: Knex): Promise<WorkingCalendar> => {
  const years = (await knex('office_calendar').select('year')) as { year: string }[];
  return calendarOf(years.map(({ year }) => year), await daysOf(knex));
};

export const readYears = async (knex: Knex): Promise<CalendarYear[]> => {
  const [years, days] = [(await knex('office_calendar').orderBy('year')) as YearRow[], await daysOf(knex)];
  return years.map((row) => ({
    year: row.year,
    source: row.source,
    version: row.version,
    changedByName: row.changed_by_name,
    changedAt: row.changed_at,
    days: days.filter(({ year }) => year === row.year).map(({ day, kind, name }) => ({ day, kind, name })),
  }));
};

export const readYear = async (knex: Knex, year: string): Promise<CalendarYear | null> => (await readYears(knex)).find((known) => known.year === year) ?? null;

const ROWS_PER_INSERT = 100;

/** Writes a year as a whole: what was there of it goes. */
export const putYear = async (
  trx: Knex.Transaction,
  { year, source, version, days }: Pick<CalendarYear, 'year' | 'source' | 'version' | 'days'>,
  by: { name: string; at: string },
): Promise<void> => {
  await trx('office_holiday').where({ year }).delete();
  const rows = days.map(({ day, kind, name }) => ({ day, kind, name, year }));
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) await trx('office_holiday').insert(rows.slice(from, from + ROWS_PER_INSERT));
  await trx('office_calendar').insert({ year, source, version, changed_by_name: by.name, changed_at: by.at }).onConflict('year').merge();
};

/** The announced years a new installation starts with; a year that is there, changed or not, stays as it is. */
export const missingAnnounced = async (knex: Knex): Promise<typeof ANNOUNCED> => {
  const known = new Set(((await knex('office_calendar').select('year')) as { year: string }[]).map(({ year }) => year));
  return ANNOUNCED.filter(({ year }) => !known.has(year));
};
