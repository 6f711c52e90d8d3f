import type { Page } from 'playwright-core';

/** What a page did that no page of the site may do; empty when it did nothing of the kind. */
export interface Complaints {
  readonly lines: string[];
}

/** Listens to everything that leaves the origin, breaks the content security policy, or is written to the console as an error. */
export const listenForComplaints = async (page: Page, origin: string): Promise<Complaints> => {
  const lines: string[] = [];
  page.on('request', (request) => {
    if (/^https?:|^wss?:/.test(request.url()) && new URL(request.url()).origin !== origin) lines.push(`leaves the site: ${request.url()}`);
  });
  page.on('console', (message) => {
    // The browser's own word about a status is told by its status.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) lines.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => lines.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) lines.push(`${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction('tellViolation', (what: string) => lines.push(`violates the policy: ${what}`));
  await page.addInitScript(() => {
    const tell = (window as unknown as { tellViolation: (what: string) => void }).tellViolation;
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => tell(`${violatedDirective} ${blockedURI}`));
  });
  return { lines };
};
