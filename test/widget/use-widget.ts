import { fakeBackend } from '../support/fake-backend.js';
import { useBrowser } from '../support/use-browser.js';
import { openWidget, type OpenWidget, type Site } from './open-widget.js';

/** A browser and the built widget for the tests of one `describe`; opens a page with the widget. */
export function useWidget(): (site?: Partial<Site>) => Promise<OpenWidget> {
  const atHand = useBrowser();
  return (site = {}) => {
    const { browser, widget } = atHand();
    return openWidget(browser, { widget, backend: fakeBackend(), ...site });
  };
}
