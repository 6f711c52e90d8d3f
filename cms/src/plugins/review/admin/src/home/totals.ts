import type { OutputRow } from '../requests/desk-answers';

export interface Total {
  code: string;
  today: number;
  week: number;
}

/** Output added up by column or by department, the most of this week first. */
export const totalsBy = (rows: OutputRow[], key: 'column' | 'department'): Total[] => {
  const totals = new Map<string, Total>();
  for (const row of rows) {
    const known = totals.get(row[key]) ?? { code: row[key], today: 0, week: 0 };
    totals.set(row[key], { ...known, today: known.today + row.today, week: known.week + row.week });
  }
  return [...totals.values()].sort((a, b) => b.week - a.week || b.today - a.today || a.code.localeCompare(b.code));
};
