import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { SYSTEM } from '../../../../review/server/src/actors';
import type { Actor } from '../../../../review/server/src/decisions/roles';
import type { Json } from '../../../../review/server/src/decisions/canonical';
import type { Passage } from '../../../../review/server/src/door';
import { throughDoor } from '../../../../review/server/src/door';
import { conflict, forbidden, invalid } from '../../../../review/server/src/errors';
import type { SpecialDay } from '../decisions/calendar';
import { faultsOfYear } from '../decisions/calendar';
import { disclosureTerm } from '../decisions/deadlines';
import { isOffice, registerNumber } from '../decisions/register';
import type { CalendarYear } from '../tables/calendar';
import { missingAnnounced, putYear, readCalendar, readYear } from '../tables/calendar';

interface OpenRow {
  id: string;
  kind: 'in' | 'out';
  year: string;
  number: number;
  title: string;
  written_on: string;
  disclosure_due_on: string;
}

/** Deadlines that a correction of the calendar moves. What is published already has kept or missed its date and is left alone. */
const openTerms = async (trx: Knex): Promise<OpenRow[]> =>
  (await trx('office_register')
    .whereNull('voided_at')
    .whereNotNull('disclosure_due_on')
    .whereNotNull('written_on')
    .whereNotExists(function () {
      void this.select(trx.raw('1'))
        .from('office_register_link')
        .join('review_state', 'review_state.public_id', 'office_register_link.public_id')
        .whereRaw('office_register_link.entry_id = office_register.id')
        .whereNotNull('review_state.live_revision');
    })
    .select('id', 'kind', 'year', 'number', 'title', 'written_on', 'disclosure_due_on')) as OpenRow[];

/** Computes open deadlines anew; each that moves is recorded with the date it had before. */
const recompute = async ({ trx, audit }: Passage, year: string): Promise<number> => {
  const calendar = await readCalendar(trx);
  let moved = 0;
  for (const row of await openTerms(trx)) {
    const due = disclosureTerm(calendar, row.written_on).last;
    if (due === row.disclosure_due_on) continue;
    await trx('office_register').where({ id: row.id }).update({ disclosure_due_on: due });
    audit('deadline-move', `register:${row.id}`, {
      number: registerNumber(row),
      title: row.title,
      reason: `${year} 年工作日历更正`,
      before: { disclosureDueOn: row.disclosure_due_on },
      after: { disclosureDueOn: due },
    });
    moved += 1;
  }
  return moved;
};

const asJson = (year: Pick<CalendarYear, 'source' | 'days'> | null): Json =>
  year ? { source: year.source, days: year.days.map(({ day, kind, name }) => ({ day, kind, name })) } : null;

/** Puts the notice of a year into the calendar, or corrects it. @returns how many open deadlines moved */
export const keepCalendar = async (
  strapi: Core.Strapi,
  actor: Actor,
  { year, source, days, version }: { year: string; source: string; days: SpecialDay[]; version: number },
): Promise<{ moved: number }> => {
  if (!isOffice(actor)) throw forbidden('MAY_NOT', '工作日历由站长、副站长或发布员维护。', '请联系他们。');
  if (!/^20\d{2}$/.test(year)) throw invalid('INVALID', '年份应为四位数字。', '例如 2027。');
  if (source.length < 4) throw invalid('INVALID', '请写明依据的通知和文号。', '例如：国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）。');
  const faults = faultsOfYear(year, days);
  if (faults.length > 0) throw invalid('INVALID', faults.join(''), '请对照通知逐日核对。', { faults });
  return throughDoor(strapi, actor, async (passage) => {
    const before = await readYear(passage.trx, year);
    if ((before?.version ?? 0) !== version) throw conflict(`${before?.changedByName ?? '其他人'}刚刚改过 ${year} 年的日历。`, '请刷新页面后再改。');
    const after = { year, source, days, version: version + 1 };
    await putYear(passage.trx, after, { name: actor.name, at: passage.at });
    const moved = await recompute(passage, year);
    passage.audit('calendar-put', `calendar:${year}`, { year, source, moved, before: asJson(before), after: asJson(after) });
    return { moved };
  });
};

/** Enters the announced years a new installation does not have yet. */
export const startCalendar = async (strapi: Core.Strapi): Promise<void> => {
  const missing = await missingAnnounced(strapi.db.connection);
  if (missing.length === 0) return;
  await throughDoor(strapi, SYSTEM, async (passage) => {
    for (const { year, source, days } of missing) {
      await putYear(passage.trx, { year, source, days, version: 1 }, { name: SYSTEM.name, at: passage.at });
      passage.audit('calendar-put', `calendar:${year}`, { year, source, moved: 0, before: null, after: asJson({ source, days }) });
    }
  });
};
