/** Nothing is loaded from anywhere else, nothing runs that is written into a page. */
const POLICY = {
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self'",
  'script-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * Pagefind's search is WebAssembly, run in a worker: on its page only. A worker obeys the policy its own file was sent with, not the
 * page's.
 */
const SEARCH_POLICY = { ...POLICY, 'script-src': "'self' 'wasm-unsafe-eval'", 'worker-src': "'self' blob:" };

const SEARCHING = /^\/search\/(index\.html|p\/[^/]+\/pagefind-worker\.js)?$/;

const written = (policy: Record<string, string>): string =>
  Object.entries(policy)
    .map((directive) => directive.join(' '))
    .join('; ');

/** Sent with every answer; docs/nginx.conf.example has the same. */
const FOR_ALL = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** @param path address, decoded */
export function securityHeaders(path: string): Record<string, string> {
  const policy = SEARCHING.test(path) ? SEARCH_POLICY : POLICY;
  return { 'content-security-policy': written(policy), ...FOR_ALL };
}
