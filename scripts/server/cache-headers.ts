/** A year: the name changes with the content. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, and asked about each time: 304 costs nothing, and a withdrawal is seen at once. */
const ASK_EACH_TIME = 'no-cache';

/**
 * Scripts and styles. Attachments, pictures and search bundles have names made of their content as well, and are asked about all the
 * same: what is withdrawn must not live on in caches on the way, and a leak in none at all.
 */
const NAMED_BY_CONTENT = /^\/_astro\//;

/** @param path address, decoded */
export function cacheControl(path: string): string {
  return NAMED_BY_CONTENT.test(path) ? FOR_EVER : ASK_EACH_TIME;
}
