/** No page of the admin may reach past the machine: the policy names only ourselves, so that a stray call fails. */
const contentSecurityPolicy = {
  useDefaults: true,
  directives: {
    'default-src': ["'self'"],
    'connect-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'data:', 'blob:'],
    'script-src': ["'self'", "'unsafe-inline'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'font-src': ["'self'", 'data:'],
    'frame-src': ["'self'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    upgradeInsecureRequests: null,
  },
};

export default [
  'strapi::logger',
  'plugin::review.in-chinese',
  'strapi::errors',
  { name: 'strapi::security', config: { contentSecurityPolicy } },
  // No other origin speaks to the CMS.
  { name: 'strapi::cors', config: { origin: [] } },
  { name: 'strapi::query', config: { arrayLimit: 200 } },
  { name: 'strapi::body', config: { jsonLimit: '64mb', formLimit: '1mb', textLimit: '1mb', formidable: { maxFileSize: 200 * 1024 * 1024 } } },
  'strapi::session',
  { name: 'strapi::favicon', config: { path: 'favicon.png' } },
  'plugin::review.refusals',
  // Before everything that a token opens.
  'plugin::accounts.gate',
  'plugin::review.list-gate',
  'plugin::review.media-gate',
  'strapi::public',
];
