import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, NodeResult } from 'axe-core';
import type { Page } from 'playwright-core';

/** Minified: each page has to be sent it, and to parse it, anew. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds against a page as it stands, shadow roots included: the rule and the
 * elements, in words.
 */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, which the page's policy does not bind; half a megabyte, once a page.
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(
    // What is well is not told of in full, which takes longer than finding it.
    `axe.run({ resultTypes: ['violations'] })`,
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(describeNode).join(' | ')}`,
  );
}

function describeNode({ target, failureSummary }: NodeResult): string {
  return `${target.join(' ')} ${failureSummary ?? ''}`;
}
