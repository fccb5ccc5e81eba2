import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtWidget, CHROMIUM, connectToBrowser } from '../../support/browser.js';
import { CITATION, fakeBackend } from '../../support/fake-backend.js';
import { openPage } from '../../support/open-page.js';
import { runApp } from '../../support/running-app.js';

const QUESTION = 'Who decides on dams?';
/** More stops than the page has: a control that is not found by then cannot be reached. */
const MOST_STOPS = 60;

/** The name of what has the focus, through shadow roots. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
}

/** Goes on by Tab alone until what has the focus has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let at = 0; at < MOST_STOPS; at += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`No Tab leads to "${name}".`);
}

describe.skipIf(CHROMIUM === undefined)('a whole conversation by the keyboard alone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectToBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['with the source beside', 1_440],
    ['with the source in a card', 1_000],
    ['with the source in a sheet', 400],
  ])('%s', async (_, width) => {
    const backend = fakeBackend();
    const { url } = await runApp(backend, { widget: await builtWidget() });
    const { page, complaints } = await openPage(browser, url, {
      viewport: { width, height: 800 },
    });
    await page.locator('.field').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(QUESTION);
    await page.keyboard.press('Enter');
    await page.locator('[data-state=answered]').waitFor();
    const source = 'Source 1, Paragraph 2, Declaration on Rivers';
    await page.locator('.skip').focus();
    await tabTo(page, source);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('Paragraph 2');
    expect(await page.locator('mark').first().textContent()).toBe(CITATION.quote);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe(source);
    await page.keyboard.press('/');
    await page.keyboard.type('And on fish?');
    await page.keyboard.press('Enter');
    await page.locator('.turn:nth-child(2)[data-state=answered]').waitFor();
    await page.locator('.skip').focus();
    await tabTo(page, 'New conversation');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Your question');
    await page.locator('.skip').focus();
    await tabTo(page, 'Back to the conversation before');
    await page.keyboard.press('Enter');
    expect(await page.locator('.turn').count()).toBe(2);
    await page.locator('.skip').focus();
    await tabTo(page, 'Conversations and saving');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Conversations');
    await tabTo(page, 'Save as Markdown, with footnotes');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('conversation.md');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Conversations and saving');
    expect(backend.calls).toHaveLength(2);
    expect(complaints).toEqual([]);
  });
});
