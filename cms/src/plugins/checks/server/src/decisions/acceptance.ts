import type { Finding } from './finding';

/** A warning somebody lets pass, and why. */
export interface Acceptance {
  /** Key of the finding. */
  finding: string;
  reason: string;
}

export const SHORTEST_REASON = 2;
export const LONGEST_REASON = 500;

/** Takes what a client sent apart; whatever is no acceptance is not one. */
export const readAcceptances = (value: unknown): Acceptance[] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown) => {
        if (typeof one !== 'object' || one === null) return [];
        const { finding, reason } = one as Record<string, unknown>;
        if (typeof finding !== 'string' || typeof reason !== 'string') return [];
        const said = reason.trim().slice(0, LONGEST_REASON);
        return said.length < SHORTEST_REASON ? [] : [{ finding, reason: said }];
      })
    : [];

export interface Judgement {
  stops: Finding[];
  /** Warnings nobody has given a reason for. */
  open: Finding[];
  accepted: (Finding & { reason: string })[];
}

/** Which findings stand in the way. A stop is never accepted: only editing takes it away. */
export const judge = (findings: Finding[], acceptances: Acceptance[]): Judgement => {
  const reasons = new Map(acceptances.map((one) => [one.finding, one.reason]));
  const warnings = findings.filter((finding) => finding.severity === 'warn');
  return {
    stops: findings.filter((finding) => finding.severity === 'stop'),
    open: warnings.filter((finding) => !reasons.has(finding.key)),
    accepted: warnings.flatMap((finding) => {
      const reason = reasons.get(finding.key);
      return reason === undefined ? [] : [{ ...finding, reason }];
    }),
  };
};
