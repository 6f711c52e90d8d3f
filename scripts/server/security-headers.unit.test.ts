import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheControl } from './cache-headers.ts';
import { securityHeaders } from './security-headers.ts';

const NGINX = readFileSync(join(import.meta.dirname, '../../docs/nginx.conf.example'), 'utf8');

describe('security headers', () => {
  it('allow nothing inline and nothing from elsewhere, on any page', () => {
    for (const path of ['/', '/search/', '/szyw/202611/0123456789.html']) {
      const policy = securityHeaders(path)['content-security-policy'];
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/);
    }
  });

  it('allow WebAssembly on the search page and in its workers only', () => {
    for (const path of ['/search/', '/search/p/x/pagefind-worker.js', '/_astro/search-worker-B1x_-2.js']) {
      expect(securityHeaders(path)['content-security-policy']).toContain("'wasm-unsafe-eval'");
    }
    for (const path of ['/', '/search/p/x/pagefind.js', '/searching/', '/_astro/client.B1x.js', '/x/_astro/search-worker-a.js']) {
      expect(securityHeaders(path)['content-security-policy']).not.toMatch(/wasm|blob/);
    }
  });

  it('are the same in the configuration for nginx', () => {
    const sent = NGINX.replaceAll(/\s+/g, ' ');
    for (const path of ['/', '/search/', '/_astro/search-worker-a.js']) {
      for (const [name, value] of Object.entries(securityHeaders(path))) {
        if (name !== 'content-security-policy')
          expect(sent.toLowerCase()).toMatch(new RegExp(`add_header ${name} +"?${escaped(value.toLowerCase())}"? always`));
        else expect(sent).toContain(`"${value}"`);
      }
    }
    for (const path of ['/index.html', '/_astro/a.css']) expect(sent).toContain(`"${cacheControl(path)}"`);
  });
});

/** Google's judge of policies: what it says against one, by directive. Below 60 is more than a remark. */
const complaints = (policy: string): string[] =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity < 60)
    .map(({ directive, value, description }) => `${directive} ${value ?? ''}: ${description}`);

describe('csp_evaluator', () => {
  it.each(['/', '/search/', '/search/p/x/pagefind-worker.js'])('has nothing against the policy of %s', (path) => {
    const policy = securityHeaders(path)['content-security-policy'] ?? '';
    // `'self'` is doubted where users upload or where callbacks are named in addresses: here every file is the publisher's.
    expect(complaints(policy).filter((complaint) => !complaint.startsWith("script-src 'self':"))).toEqual([]);
  });

  it.each([
    ["script-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'", 'unsafe-inline'],
    ["script-src 'self' 'unsafe-eval'; object-src 'none'; base-uri 'none'", 'unsafe-eval'],
    ["script-src https:; object-src 'none'; base-uri 'none'", 'https:'],
    ["script-src 'self'; base-uri 'none'", 'object-src'],
    ["default-src 'none' script-src 'self'", 'script-src'],
  ])('is against %s', (policy, about) => {
    expect(complaints(policy).filter((complaint) => !complaint.startsWith("script-src 'self':")).join()).toContain(about);
  });
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('caching', () => {
  it('is for ever for scripts and styles, whose names change with their content', () => {
    expect(cacheControl('/_astro/page.B0Diqvdm.css')).toContain('immutable');
  });

  it.each([
    '/',
    '/szyw/202611/0123456789.html',
    '/search/bundles.json',
    '/search/p/x/fragment/a.pf_fragment',
    '/szyw/202611/0123456789/0123456789abcdef.docx',
  ])('asks each time for %s, so that a withdrawal is seen at once', (path) => {
    expect(cacheControl(path)).toBe('no-cache');
  });
});
