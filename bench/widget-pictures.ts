import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../test/support/chromium.js';

/**
 * `node --import tsx bench/widget-pictures.ts http://127.0.0.1:3000`: the widget of a running
 * server in each state, one picture for each theme and width, into `docs/widget/`.
 */
const SERVER = process.argv[2] ?? 'http://127.0.0.1:3000';
const FOLDER = fileURLToPath(new URL('../docs/widget/', import.meta.url));
const WIDTHS = [320, 768, 1_280] as const;
const THEMES = ['light', 'dark'] as const;
/** A page of words to stand in. */
const HOST_PAGE = '/documents/sochi-2016';
/** Of each state in a picture, in pixels. */
const SHOWN_WIDTH = { 320: 200, 768: 300, 1_280: 400 } as const;

const browser = await chromium.launch({
  executablePath: findChromium() ?? 'chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const width of WIDTHS) {
  for (const theme of THEMES) {
    const states = await takeAll(browser, { width, theme });
    await compose(browser, { states, width, file: `${FOLDER}${theme}-${width}.png` });
  }
}
await browser.close();

async function takeAll(
  within: Browser,
  { width, theme }: { readonly width: number; readonly theme: 'light' | 'dark' },
): Promise<readonly Buffer[]> {
  const context = await within.newContext({
    viewport: { width, height: 720 },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(SERVER + HOST_PAGE);
  await page.addScriptTag({ url: '/widget.js' });
  const pictures: Buffer[] = [];
  const take = async (ready: string): Promise<void> => {
    await page.locator(ready).last().waitFor();
    pictures.push(await page.screenshot());
  };
  await take('.launcher');
  await page.locator('.launcher').click();
  await take('.suggestion');
  await ask(page, 'How will the member states fight drug trafficking?');
  await take('[data-state=answered] .suggestion');
  await page.locator('.marker').first().click();
  await take('.popover');
  await page.keyboard.press('Escape');
  await ask(page, 'What is the best recipe for borscht?');
  await take('[data-state=abstained] .place');
  await page.route('**/api/chat', () => undefined);
  await ask(page, 'And what of the Olympic Games?');
  await take('[data-state=waiting]');
  await page.locator('.stop').click();
  await page.locator('[data-state=stopped]').waitFor();
  await page.unroute('**/api/chat');
  await page.route('**/api/chat', (route) => route.abort());
  await ask(page, 'Who hosts the Secretariat?');
  await take('[data-state=failed]');
  await context.close();
  return pictures;
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox').fill(question);
  await page.getByRole('textbox').press('Enter');
}

interface Sheet {
  readonly states: readonly Buffer[];
  readonly width: keyof typeof SHOWN_WIDTH;
  readonly file: string;
}

async function compose(within: Browser, { states, width, file }: Sheet): Promise<void> {
  const shown = SHOWN_WIDTH[width];
  const page = await within.newPage({ viewport: { width: 4 * (shown + 12) + 12, height: 400 } });
  const images = states.map(
    (picture) => `<img width="${shown}" src="data:image/png;base64,${picture.toString('base64')}">`,
  );
  await page.setContent(
    `<body style="margin:0;padding:12px;display:flex;flex-wrap:wrap;gap:12px;background:#9a9a96">${images.join('')}`,
  );
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}
