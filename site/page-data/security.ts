import { SECURITY } from '../plan/machine-readable.ts';
import type { ReplicaReader } from '../replica/reader.ts';

/** RFC 9116, 2.5.5 recommends less than a year. */
const VALID_DAYS = 360;
const DAY_MS = 24 * 3600_000;
/** While nothing is public. */
const NEVER = '2000-01-01T00:00:00.000Z';

/**
 * `/.well-known/security.txt`. A page may not read the clock, so it is valid from the day of the newest release: a site that is still
 * kept renews it with everything it publishes, a forgotten one runs out, which is what the field is for.
 */
export function securityText(r: ReplicaReader): string {
  const day = (r.newestMoment() ?? NEVER).slice(0, 10);
  const expires = new Date(Date.parse(day) + VALID_DAYS * DAY_MS).toISOString().replace('.000Z', 'Z');
  return [
    '# 演示站点：联系方式为占位内容',
    `Contact: ${r.siteUrl}/gy/correction.html`,
    `Expires: ${expires}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${r.siteUrl}/${SECURITY}`,
    `Policy: ${r.siteUrl}/gy/correction.html`,
    '',
  ].join('\n');
}
