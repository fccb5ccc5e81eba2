/**
 * `npm run pictures -- http://127.0.0.1:3000`: pictures of the main states, taken of a running
 * server into docs/pictures/.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from '../test/support/chromium.js';

const [address = 'http://127.0.0.1:3000'] = process.argv.slice(2);
const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const QUESTION = 'How does terrorism get its money?';
const UNANSWERED = 'What is the best recipe for pancakes?';

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your question' }).fill(question);
  await page.keyboard.press('Enter');
  await page
    .locator('.turn:last-child')
    .and(page.locator('[data-state=answered], [data-state=abstained]'))
    .waitFor();
}

/** What is done on the home page before each picture, by the picture's name. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  start: async () => {},
  answer: (page) => ask(page, QUESTION),
  refusal: (page) => ask(page, UNANSWERED),
  source: async (page) => {
    await ask(page, QUESTION);
    await page.locator('.marker').first().click();
    await page.locator('.popover:not([hidden]), .pane .context').first().waitFor();
  },
  conversations: async (page) => {
    await ask(page, QUESTION);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await ask(page, UNANSWERED);
    await page.getByRole('button', { name: 'Conversations and saving' }).click();
    await page.locator('.drawer').waitFor();
  },
};

const SCREENS: Readonly<Record<string, BrowserContextOptions>> = {
  wide: { viewport: { width: 1_440, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1_440, height: 900 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 780 }, colorScheme: 'light', hasTouch: true },
  arabic: { viewport: { width: 1_024, height: 800 }, colorScheme: 'light', locale: 'ar' },
};

mkdirSync(FOLDER, { recursive: true });
const executablePath = findChromium();
if (executablePath === undefined) throw new Error('No Chromium here: set CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const [screen, options] of Object.entries(SCREENS)) {
  for (const [state, reach] of Object.entries(STATES)) {
    // The other languages are there to show the layout.
    if (screen === 'arabic' && state !== 'start') continue;
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('.field').waitFor();
    await reach(page);
    if (screen === 'phone') await page.locator('declaration-chat').scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${FOLDER}${state}-${screen}.png` });
    await context.close();
  }
}
await browser.close();
