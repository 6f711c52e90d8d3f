/** A revision as far as choosing one to compare with goes. */
interface Known {
  revision: number;
}

/** An audit entry about a revision. */
interface Step {
  action: string;
  revision: number | null;
}

const APPROVALS = ['first-approve', 'final-approve', 'release', 'urgent-release'];

/**
 * The revision a reviewer compares with first: what is public, else what somebody approved last, else what was submitted before.
 * @returns null where there is nothing earlier
 */
export const baseOf = (present: number, live: number | null, revisions: Known[], steps: Step[]): number | null => {
  if (live !== null && live < present) return live;
  const earlier = revisions.map(({ revision }) => revision).filter((revision) => revision < present);
  const approved = steps.filter(({ action, revision }) => APPROVALS.includes(action) && revision !== null && revision < present).map(({ revision }) => revision as number);
  return approved.at(-1) ?? earlier.at(-1) ?? null;
};
