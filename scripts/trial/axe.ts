import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string }[];
}

/** Faults axe calls serious or worse, outside what Strapi itself draws around our screen. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const found: string = await page.evaluate(
    `axe.run('main', { iframes: false, resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations))`,
  );
  const violations = JSON.parse(found) as Violation[];
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
};
