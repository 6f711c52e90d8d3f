import { statistics } from './documents/tjsj.ts';
import { agencies } from './documents/jgzn.ts';
import { countyNews } from './documents/xsdt.ts';
import { departmentNews } from './documents/bmdt.ts';
import { disclosure } from './documents/xxgkzn.ts';
import { earlierPolicies } from './documents/zcwj-earlier.ts';
import { emergencies } from './documents/yjxx.ts';
import { governmentAffairs } from './documents/zwdt.ts';
import { headlines } from './documents/szyw.ts';
import { interpretations } from './documents/zcjd.ts';
import { leaders } from './documents/ldzc.ts';
import { leadersActivities } from './documents/ldhd.ts';
import { notices } from './documents/gsgg.ts';
import { officialInformation } from './documents/gwzx.ts';
import { plans } from './documents/zdbs.ts';
import { policiesOfLate2026 } from './documents/zcwj-2026.ts';
import { rules } from './documents/gfxwj.ts';
import { topics } from './documents/rdzt.ts';
import { workReports } from './documents/gzbg.ts';
import type { DemonstrationDocument } from './types.ts';

/**
 * Published documents of all columns, oldest first, so that a document is there before another one speaks of it.
 * The one exception would be a relation to a later document; the test forbids it.
 */
export const documents: DemonstrationDocument[] = [
  ...workReports,
  ...headlines,
  ...leadersActivities,
  ...governmentAffairs,
  ...disclosure,
  ...policiesOfLate2026,
  ...earlierPolicies,
  ...notices,
  ...officialInformation,
  ...rules,
  ...statistics,
  ...plans,
  ...leaders,
  ...agencies,
  ...topics,
  ...interpretations,
  ...emergencies,
  ...departmentNews,
  ...countyNews,
].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));

export { drafts } from './drafts.ts';
