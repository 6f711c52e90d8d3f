import { policiesOf2024 } from './documents/zcwj-2024.ts';
import { policiesOf2025 } from './documents/zcwj-2025.ts';
import { rulesOf2024 } from './documents/gfxwj-2024.ts';
import { interviews } from './documents/zcjd-interviews.ts';
import { furtherInterpretations } from './documents/zcjd-more.ts';
import { waterQuality } from './documents/gsgg-periodic.ts';
import { furtherNotices } from './documents/gsgg-more.ts';
import { furtherOfficialInformation } from './documents/gwzx-more.ts';
import { earlierPlans, earlierReports } from './documents/gzbg-zdbs-more.ts';
import { furtherDisclosure } from './documents/xxgkzn-more.ts';
import { furtherTopics } from './documents/rdzt-more.ts';
import { yearlyStatistics } from './documents/tjsj-more.ts';
import { headlinesOf2024 } from './documents/szyw-2024.ts';
import { headlinesSince2025 } from './documents/szyw-2025.ts';
import { leadersActivitiesOf2024 } from './documents/ldhd-2024.ts';
import { leadersActivitiesSince2025 } from './documents/ldhd-2025.ts';
import { letterReports } from './documents/zwdt-letters.ts';
import { furtherGovernmentAffairs } from './documents/zwdt-more.ts';
import { departmentNewsOf2024 } from './documents/bmdt-2024.ts';
import { departmentNewsSince2025 } from './documents/bmdt-2025.ts';
import { countyNewsOf2024 } from './documents/xsdt-2024.ts';
import { countyNewsSince2025 } from './documents/xsdt-2025.ts';
import { monthlyStatistics } from './documents/tjsj-monthly.ts';
import { quarterlyStatistics } from './documents/tjsj-quarterly.ts';
import { furtherAgencies } from './documents/jgzn-departments.ts';
import { countyAgencies } from './documents/jgzn-counties.ts';
import { furtherEmergencies } from './documents/yjxx-more.ts';
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
  ...policiesOf2024,
  ...policiesOf2025,
  ...rulesOf2024,
  ...furtherInterpretations,
  ...interviews,
  ...waterQuality,
  ...furtherNotices,
  ...furtherOfficialInformation,
  ...earlierPlans,
  ...earlierReports,
  ...furtherDisclosure,
  ...furtherTopics,
  ...yearlyStatistics,
  ...headlinesOf2024,
  ...headlinesSince2025,
  ...leadersActivitiesOf2024,
  ...leadersActivitiesSince2025,
  ...letterReports,
  ...furtherGovernmentAffairs,
  ...departmentNewsOf2024,
  ...departmentNewsSince2025,
  ...countyNewsOf2024,
  ...countyNewsSince2025,
  ...monthlyStatistics,
  ...quarterlyStatistics,
  ...furtherAgencies,
  ...countyAgencies,
  ...furtherEmergencies,
].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));

export { drafts } from './drafts.ts';
