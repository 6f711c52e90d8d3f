/**
 * Nothing is loaded from anywhere else, nothing runs that is written into a page, nothing fetches from elsewhere. What is not named is
 * `'none'`. No page of ours makes markup or code of a string: trusted types stop the day one would. Only the search fetches; that all
 * pages may, from this site, is for Lighthouse, which asks for robots.txt in the page's name.
 */
const POLICY = {
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self'",
  'script-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
};

/**
 * Pagefind's search is WebAssembly, run in a worker of ours, or in its own where a browser cannot run ours: on its page only. A worker
 * obeys the policy its own file was sent with, not the page's.
 */
const { 'require-trusted-types-for': _, ...RELAXED } = POLICY;
const SEARCH_POLICY = {
  ...RELAXED,
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self' blob:",
};

const SEARCHING = /^\/(search\/(index\.html|p\/[^/]+\/pagefind-worker\.js)?|_astro\/search-worker-[^/]+\.js)$/;

const written = (policy: Record<string, string>): string =>
  Object.entries(policy)
    .map((directive) => directive.join(' '))
    .join('; ');

/** A page that is read asks a browser for nothing. Reading aloud needs no permission. */
const NO_PERMISSIONS = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Sent with every answer; docs/nginx.conf.example has the same. */
const FOR_ALL = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': NO_PERMISSIONS,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** @param path address, decoded */
export function securityHeaders(path: string): Record<string, string> {
  const policy = SEARCHING.test(path) ? SEARCH_POLICY : POLICY;
  return { 'content-security-policy': written(policy), ...FOR_ALL };
}
