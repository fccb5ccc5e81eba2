import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';
import { widgetScript, type WidgetScript } from '../../src/server/widget-script.js';
import { findChromium } from './chromium.js';
import { requireProject } from './test-project.js';

requireProject('browser');

/** Path of the Chromium that the browser tests run in; without one they are skipped, and say so. */
export const CHROMIUM = findChromium();
if (CHROMIUM === undefined) {
  console.warn(
    'SKIPPED: the browser tests, for want of a Chromium. Install one, or set CHROMIUM_PATH.',
  );
}

/** The one browser of all tests; each test opens a context of its own in it. */
export function connectToBrowser(): Promise<Browser> {
  return chromium.connect(inject('browserEndpoint'));
}

/** The widget as it is served, bundled from the sources as they stand. */
export async function builtWidget(): Promise<WidgetScript> {
  const file = inject('widgetFile');
  const more = join(dirname(file), 'widget-more.js');
  return widgetScript(await readFile(file), await readFile(more));
}
