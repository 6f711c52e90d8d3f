import type { Check, Finding } from './finding';
import { findingKey } from './finding';
import { alternativeText } from './document/alternative-text';
import { futureDates } from './document/future-dates';
import { links } from './document/links';
import { namedAttachments } from './document/named-attachments';
import { particulars } from './document/particulars';
import { requiredFields } from './document/required-fields';
import { secrecyMarks } from './document/secrecy-marks';
import { tableHeaders } from './document/table-headers';
import { titleInUse } from './document/title-in-use';
import { unreadableAttachments } from './document/unreadable-attachments';
import { validity } from './document/validity';
import { PERSONAL_CHECKS } from './personal/check';
import type { Subject } from './subject';
import { leadersCheck } from './words/check-leaders';
import { WORD_CHECKS } from './words/check-words';

/** Every check, in the order people read their findings. Ids are never given twice, not even after a check is gone. */
export const CHECKS: readonly Check[] = [
  secrecyMarks,
  ...PERSONAL_CHECKS,
  ...WORD_CHECKS,
  leadersCheck,
  requiredFields,
  particulars,
  alternativeText,
  tableHeaders,
  futureDates,
  titleInUse,
  validity,
  namedAttachments,
  unreadableAttachments,
  links,
];

const severityOrder = (finding: Finding): number => (finding.severity === 'stop' ? 0 : 1);

/** Runs every check. Stops first, then warnings; the same text twice in one place is one finding. */
export const runChecks = (subject: Subject, checks: readonly Check[] = CHECKS): Finding[] => {
  const findings = new Map<string, Finding>();
  for (const check of checks) {
    for (const found of check.run(subject)) {
      const key = findingKey(check.id, found.place.id, found.matched);
      if (!findings.has(key)) findings.set(key, { key, check: check.id, title: check.title, ...found });
    }
  }
  return [...findings.values()].sort((one, other) => severityOrder(one) - severityOrder(other));
};
