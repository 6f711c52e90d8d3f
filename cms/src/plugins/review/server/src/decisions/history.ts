/** An audit entry about a document, as far as its history goes. */
export interface Event {
  seq: number;
  action: string;
  /** The revision it says it is about. */
  revision: number | null;
}

/** Actions that make a revision. */
const MAKES = ['submit', 'import', 'move', 'urgent-release'];
/** Actions after which the text is on its way to the next revision. */
const GOES_ON = ['create', 'edit', 'restore', 'correct'];

/**
 * Lays the entries of a document to its revisions: what was done with a revision goes to it, what led to the next one goes to that.
 * @param revisions numbers, oldest first
 * @returns entries by revision; under 0 what has not become a revision yet
 */
export const stepsByRevision = <T extends Event>(revisions: number[], events: T[]): Map<number, T[]> => {
  const steps = new Map<number, T[]>([[0, []], ...revisions.map((revision): [number, T[]] => [revision, []])]);
  let leading: T[] = [];
  let present = 0;
  for (const event of events) {
    if (GOES_ON.includes(event.action)) {
      leading.push(event);
      continue;
    }
    const made = MAKES.includes(event.action) && event.revision !== null && event.revision > present && steps.has(event.revision);
    if (made) {
      present = event.revision as number;
      steps.get(present)?.push(...leading, event);
      leading = [];
    } else steps.get(event.revision !== null && steps.has(event.revision) ? event.revision : present)?.push(event);
  }
  steps.get(0)?.push(...leading);
  return steps;
};
