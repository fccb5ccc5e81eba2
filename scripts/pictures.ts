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
  await page.locator('.field').fill(question);
  await page.locator('.field').press('Enter');
  await page
    .locator('.turn:last-child')
    .and(page.locator('[data-state=answered], [data-state=abstained]'))
    .waitFor();
}

/** What is done on the home page before each picture, by the picture's name. */
const STATES = {
  start: (page: Page) => page.locator('.suggestion').first().waitFor(),
  answer: (page: Page) => ask(page, QUESTION),
  refusal: (page: Page) => ask(page, UNANSWERED),
  source: async (page: Page) => {
    await ask(page, QUESTION);
    await page.locator('.marker').first().click();
    await page.locator('.popover:not([hidden]), .pane .context').first().waitFor();
  },
  conversations: async (page: Page) => {
    await ask(page, QUESTION);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await ask(page, UNANSWERED);
    await page.getByRole('button', { name: 'Conversations and saving' }).click();
    await page.locator('.drawer').waitFor();
  },
};

interface Screen {
  readonly options: BrowserContextOptions;
  /** The states that look like nothing else on this screen. */
  readonly states: readonly (keyof typeof STATES)[];
  /** The chat's language, where it is not the page's. */
  readonly lang?: string;
}

const WIDE = { width: 1_280, height: 800 };
const SCREENS: Readonly<Record<string, Screen>> = {
  wide: { options: { viewport: WIDE }, states: ['start', 'answer', 'refusal', 'conversations'] },
  dark: { options: { viewport: WIDE, colorScheme: 'dark' }, states: ['answer'] },
  arabic: { options: { viewport: WIDE }, states: ['answer'], lang: 'ar' },
  phone: {
    options: { viewport: { width: 390, height: 780 }, hasTouch: true },
    states: ['answer', 'source', 'conversations'],
  },
};

mkdirSync(FOLDER, { recursive: true });
const executablePath = findChromium();
if (executablePath === undefined) throw new Error('No Chromium here: set CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const [name, { options, states, lang }] of Object.entries(SCREENS)) {
  for (const state of states) {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('.field').waitFor();
    if (lang !== undefined) {
      await page.locator('declaration-chat').evaluate((chat, tag) => {
        chat.setAttribute('lang', tag);
      }, lang);
      await page.locator(`.root[lang="${lang}"]`).waitFor();
    }
    await STATES[state](page);
    await page.locator('declaration-chat').scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${FOLDER}${state}-${name}.png` });
    await context.close();
  }
}
await browser.close();
