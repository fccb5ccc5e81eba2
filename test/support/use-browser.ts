import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { WidgetScript } from '../../src/server/widget-script.js';
import { builtWidget, connectToBrowser } from './browser.js';

export interface AtHand {
  readonly browser: Browser;
  /** As it is served. */
  readonly widget: WidgetScript;
}

/** A browser and the built widget, for the tests of one `describe`. */
export function useBrowser(): () => AtHand {
  let atHand: AtHand;
  beforeAll(async () => {
    const [browser, widget] = await Promise.all([connectToBrowser(), builtWidget()]);
    atHand = { browser, widget };
  });
  afterAll(() => atHand.browser.close());
  return () => atHand;
}
