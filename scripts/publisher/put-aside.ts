import { PublisherError } from './errors.ts';
import type { Workshop } from './workshop.ts';

export interface Failure {
  path: string;
  message: string;
}

/** The document a file belongs to: its page or a file in its folder. */
const OWNER = /^[a-z][a-z0-9]*\/\d{6}\/([0-9a-hjkmnp-tv-z]{10})(?:\.html$|\/)/;

/** So many failures, and such a part of the plan, are not the documents' fault. */
const BROKEN_FROM_FAILURES = 20;
const BROKEN_FROM_SHARE = 0.1;

/**
 * A template that fails for everything must not set every document aside.
 * @throws PublisherError TEMPLATES_BROKEN
 */
export function refuseBrokenTemplates(pages: number, failures: Failure[]): void {
  if (failures.length < BROKEN_FROM_FAILURES || failures.length < pages * BROKEN_FROM_SHARE) return;
  const [first] = failures;
  throw new PublisherError('TEMPLATES_BROKEN', `${failures.length} / ${pages} 页，例如 ${first!.path}：${first!.message}`);
}

/**
 * Sets the documents of failed files aside: what readers saw before comes back.
 * @returns how many, and the failures that are no document's
 */
export function putAside({ replica, log }: Workshop, failures: Failure[]): { aside: number; others: Failure[] } {
  const others: Failure[] = [];
  const seen = new Set<string>();
  let aside = 0;
  for (const failure of failures) {
    const id = OWNER.exec(failure.path)?.[1];
    if (id !== undefined && seen.has(id)) continue;
    if (id === undefined || !replica.setAside(id, failure.message)) {
      others.push(failure);
      continue;
    }
    seen.add(id);
    aside += 1;
    log.error('document.aside', new PublisherError('RENDER_FAILED', `${failure.path} ${failure.message}`), { id });
  }
  return { aside, others };
}
