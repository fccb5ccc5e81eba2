import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { WidgetScript } from '../../src/server/widget-script.js';
import { fakeBackend } from '../support/fake-backend.js';
import { builtWidget, connectToBrowser } from '../support/browser.js';
import { openWidget, type OpenWidget, type Site } from './open-widget.js';

/** A browser and the built widget for the tests of one `describe`; opens a page with the widget. */
export function useWidget(): (site?: Partial<Site>) => Promise<OpenWidget> {
  let browser: Browser;
  let widget: WidgetScript;
  beforeAll(async () => {
    [browser, widget] = await Promise.all([connectToBrowser(), builtWidget()]);
  });
  afterAll(() => browser.close());
  return (site = {}) => openWidget(browser, { widget, backend: fakeBackend(), ...site });
}
