import type { Finding } from '../requests/answers';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The findings in a refusal by the checks (`CHECKS_STOP`, `CHECKS_WARN`); null: it was refused for another reason. */
export const refusedFindings = (error: unknown): Finding[] | null => {
  if (!isObject(error) || !isObject(error.details)) return null;
  const { code, findings } = error.details;
  return (code === 'CHECKS_STOP' || code === 'CHECKS_WARN') && Array.isArray(findings) ? (findings as Finding[]) : null;
};

export type Reasons = Record<string, string>;

const SHORTEST_REASON = 2;

/** What is to be sent with the command; null while a stop stands or a reason is missing. */
export const acceptedOf = (findings: Finding[], reasons: Reasons): { finding: string; reason: string }[] | null => {
  if (findings.some(({ severity }) => severity === 'stop')) return null;
  const accepted = findings.map(({ key }) => ({ finding: key, reason: (reasons[key] ?? '').trim() }));
  return accepted.every(({ reason }) => reason.length >= SHORTEST_REASON) ? accepted : null;
};
