/**
 * `npm run pictures -- http://127.0.0.1:3000 [FOLDER]`: pictures of every state, taken of a running
 * server into docs/pictures/ or FOLDER. States that the server's version does not have are left out.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from '../test/support/chromium.js';

const [
  address = 'http://127.0.0.1:3000',
  folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url)),
] = process.argv.slice(2);
/** A state that is not there by then is not there in that version. */
const TIMEOUT_MS = 10_000;
const QUESTION = 'How does terrorism get its money?';
const UNANSWERED = 'What is the best recipe for pancakes?';
const PAGE = '/a-page-of-another-site';
const OTHER_SITE =
  '<!doctype html><html lang="en"><title>A page</title><h1>A page of another site</h1>' +
  '<script src="/widget.js" async></script>';

async function ask(page: Page, question: string): Promise<void> {
  const field = page.getByRole('textbox').last();
  await field.fill(question);
  await field.press('Enter');
  const turn = page.locator('.turn').last();
  await turn.and(page.locator('[data-state=answered], [data-state=abstained]')).waitFor();
  // What can be done with an answer comes a moment later.
  await page.locator('.copy').last().waitFor();
}

async function openSource(page: Page): Promise<void> {
  await ask(page, QUESTION);
  await page.locator('.marker').first().click();
  await page.locator('.popover:not([hidden]), .pane .context').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** What is done before each picture, by the picture's name. */
const STATES = {
  start: (page: Page) => page.locator('.suggestion').first().waitFor(),
  answer: (page: Page) => ask(page, QUESTION),
  comparison: (page: Page) => ask(page, 'What do both declarations say about the Shanghai Spirit?'),
  silence: (page: Page) => ask(page, 'Compare what Sochi and Dushanbe say about youth'),
  refusal: (page: Page) => ask(page, UNANSWERED),
  greeting: (page: Page) => ask(page, 'Hello! What can I ask?'),
  'follow-up': async (page: Page) => {
    await ask(page, 'What do the member states think of the Internet?');
    await ask(page, 'Who may regulate it?');
  },
  source: openSource,
  conversations: async (page: Page) => {
    await ask(page, QUESTION);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await ask(page, UNANSWERED);
    await page.getByRole('button', { name: 'Conversations and saving' }).click();
    await page.locator('.drawer').waitFor();
  },
  closed: (page: Page) => page.locator('.launcher').waitFor(),
  launcher: async (page: Page) => {
    await page.locator('.launcher').click();
    await openSource(page);
  },
} as const satisfies Readonly<Record<string, (page: Page) => Promise<unknown>>>;

interface Screen {
  readonly options: BrowserContextOptions;
  /** The states that look like nothing else on this screen. */
  readonly states: readonly (keyof typeof STATES)[];
  /** Of the server; its home page unless given. */
  readonly path?: string;
}

const WIDE = { width: 1_280, height: 800 };
const PHONE = { width: 390, height: 780 };
const SCREENS: Readonly<Record<string, Screen>> = {
  wide: {
    options: { viewport: WIDE },
    states: [
      ...(['start', 'answer', 'comparison', 'silence', 'refusal', 'greeting'] as const),
      ...(['follow-up', 'conversations'] as const),
    ],
  },
  dark: { options: { viewport: WIDE, colorScheme: 'dark' }, states: ['answer'] },
  arabic: { options: { viewport: WIDE, locale: 'ar' }, states: ['answer'] },
  russian: { options: { viewport: WIDE, locale: 'ru' }, states: ['start'] },
  phone: {
    options: { viewport: PHONE, hasTouch: true },
    states: ['answer', 'comparison', 'source', 'conversations'],
  },
  // A window of 1,280 by 800.
  'enlarged-twice': { options: { viewport: { width: 640, height: 400 } }, states: ['source'] },
  'on-a-page': { options: { viewport: WIDE }, states: ['closed', 'launcher'], path: PAGE },
  'on-a-phone': { options: { viewport: PHONE, hasTouch: true }, states: ['launcher'], path: PAGE },
};

async function take(
  browser: Browser,
  name: string,
  { options, states, path }: Screen,
): Promise<void> {
  for (const state of states) {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.route(`**${PAGE}`, (route) =>
      route.fulfill({ contentType: 'text/html', body: OTHER_SITE }),
    );
    await page.goto(address + (path ?? '/'));
    try {
      await STATES[state](page);
      await page.screenshot({ path: join(folder, `${state}-${name}.png`) });
    } catch (error) {
      console.error(`${state}-${name}: ${String(error).split('\n')[0] ?? ''}`);
    }
    await context.close();
  }
}

mkdirSync(folder, { recursive: true });
const executablePath = findChromium();
if (executablePath === undefined) throw new Error('No Chromium here: set CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const [name, screen] of Object.entries(SCREENS)) await take(browser, name, screen);
await browser.close();
