import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium.js';

/** Path of the Chromium that the browser tests run in; without one they are skipped, and say so. */
export const CHROMIUM = findChromium();
if (CHROMIUM === undefined) {
  console.warn(
    'SKIPPED: the browser tests, for want of a Chromium. Install one, or set CHROMIUM_PATH.',
  );
}

/** One browser for a whole test file; each test opens a context of its own in it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
}
