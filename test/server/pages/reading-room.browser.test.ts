import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toDocument } from '../../../src/documents/to-document.js';
import type { WidgetScript } from '../../../src/server/widget-script.js';
import { axeViolations } from '../../support/axe.js';
import { builtWidget, CHROMIUM, connectToBrowser } from '../../support/browser.js';
import { aDocument, fakeBackend, LAKES } from '../../support/fake-backend.js';
import { runApp } from '../../support/running-app.js';
import { openPage, type OpenPage } from '../../support/open-page.js';

const DUSHANBE = toDocument({
  metadata: {
    id: 'dushanbe',
    title: 'Dushanbe Declaration',
    date: '2021-09-17',
    place: 'Dushanbe',
    language: 'en',
  },
  text: readFileSync(new URL('../../../corpus/dushanbe-2021.txt', import.meta.url), 'utf8'),
});
const LONG = aDocument({
  id: 'long',
  lines: Array.from(
    { length: 1_000 },
    (_, at) =>
      `${at + 1}. ${'Rivers belong to those who live by them. '.repeat(at === 899 ? 120 : 5)}`,
  ),
});
const ARABIC = toDocument({
  metadata: { id: 'haqq', title: 'إعلان الحقوق', language: 'ar' },
  text:
    '# الباب الأول\n\n1. لكل فرد الحق في الحياة والحرية (UN 217).\n\n' +
    '# الباب الثاني\n\n2. لا يجوز استرقاق أي شخص.\n',
});
const EVIL = `<img src=x onerror="window.pwned = 1"><script>window.pwned = 1</script>`;
/** Where each of these words first stands in the declaration. */
const spanOf = (words: string): string => {
  const start = DUSHANBE.text.indexOf(words);
  return `${start}-${start + words.length}`;
};
const QUOTE = 'The Standing Bodies - the Secretariat in Beijing';
const QUOTED = `/documents/dushanbe?quote=${spanOf(QUOTE)}#p7`;

describe.skipIf(CHROMIUM === undefined)('the reading room', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectToBrowser();
  });
  afterAll(() => browser.close());

  async function read(
    path: string,
    options: BrowserContextOptions = {},
    widget?: WidgetScript,
  ): Promise<OpenPage & { readonly url: string }> {
    const { url } = await runApp(fakeBackend({ documents: [LAKES, DUSHANBE, LONG] }), { widget });
    return { ...(await openPage(browser, url + path, options)), url };
  }

  test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
    'marks the paragraph and the very words that a link names ($javaScriptEnabled)',
    async (options) => {
      const { page, complaints } = await read(QUOTED, options);
      const mark = page.locator(':target mark');
      expect(await mark.textContent()).toBe(QUOTE);
      expect(await page.locator('mark').count()).toBe(1);
      const top = async (): Promise<number> => (await mark.boundingBox())?.y ?? -1;
      // The page scrolls there once its parts have their sizes.
      await expect.poll(top, { timeout: 10_000 }).toBeGreaterThan(0);
      expect(await top()).toBeLessThan(720);
      expect(complaints).toEqual([]);
      await page.getByRole('link', { name: 'Remove the mark' }).click();
      await page.waitForURL(/\/documents\/dushanbe#p7$/);
      expect(await page.locator('mark').count()).toBe(0);
      expect(await page.locator('#p7:target').count()).toBe(1);
    },
  );

  test('among a thousand paragraphs the one in the fragment is in sight, and so are words far down in it', async () => {
    const { page } = await read('/documents/long#p900');
    const top = (await page.locator('#p900').boundingBox())?.y ?? -1;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(200);
    const start = LONG.text.indexOf('900. ') + 4_000;
    const { page: quoted } = await read(`/documents/long?quote=${start}-${start + 40}#p900`);
    await quoted.waitForFunction(
      '(({ top, bottom }) => top >= 0 && bottom <= innerHeight)' +
        `(document.querySelector('mark').getBoundingClientRect())`,
    );
  });

  test(
    'a number is a link to its paragraph; it also copies the permanent address, without ' +
      'the mark, and says so',
    async () => {
      const { page, url, complaints } = await read(QUOTED, {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await page.clock.install();
      await page.clock.pauseAt(await page.evaluate<number>('Date.now() + 3_600_000'));
      await page.getByRole('link', { name: 'Paragraph 8, permanent link' }).click();
      await page.getByRole('status').filter({ hasText: 'Link copied.' }).waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
        `${url}/documents/dushanbe#p8`,
      );
      expect(new URL(page.url()).hash).toBe('#p8');
      await page.clock.runFor(4_000);
      expect(await page.getByRole('status').textContent()).toBe('');
      await page.getByRole('link', { name: 'Paragraph 9, permanent link' }).press('Enter');
      await page.waitForURL(/#p9$/);
      expect(complaints).toEqual([]);
    },
  );

  test('where the clipboard is closed, the address bar has the link, and the page says that', async () => {
    const { page } = await read('/documents/dushanbe');
    await page.evaluate(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
    await page.clock.install();
    await page.clock.pauseAt(await page.evaluate<number>('Date.now() + 3_600_000'));
    await page.getByRole('link', { name: 'Paragraph 7, permanent link' }).click();
    await page.getByRole('status').filter({ hasText: 'The address bar has the link.' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#p7');
  });

  test('contents stand beside the text where there is room, and are folded where there is none', async () => {
    const { page } = await read('/documents/dushanbe', { viewport: { width: 1280, height: 800 } });
    const contents = page.getByRole('navigation', { name: 'Contents' });
    const security = contents.getByRole('link', { name: '3. SECURITY' });
    expect(await security.isVisible()).toBe(true);
    expect(await contents.locator('li li').count()).toBeGreaterThan(10);
    await security.click();
    expect(await page.locator('h2:target').textContent()).toBe('3. SECURITY');
    await contents.locator('[aria-current]', { hasText: '3. SECURITY' }).waitFor();
    await page.goto(page.url().replace(/#.*/u, '#p165'));
    await contents.locator('[aria-current]', { hasText: '7. CONCLUSION' }).waitFor();
    expect(
      await page.evaluate(
        `document.querySelector('[aria-current]').getBoundingClientRect().bottom <= innerHeight && scrollY > 0`,
      ),
    ).toBe(true);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await security.isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Contents', exact: true }).click();
    expect(await security.isVisible()).toBe(true);
  });

  test('can be reached and read by keyboard, the text first', async () => {
    const { page } = await read('/documents/dushanbe');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('main') !== null`)).toBe(true);
  });

  test('leads to the text before and after', async () => {
    const { page } = await read('/documents/dushanbe');
    await page.getByRole('link', { name: 'Next text' }).click();
    await page.waitForURL(/\/documents\/long$/);
    expect(await page.getByRole('link', { name: 'Next text' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Previous text' }).getAttribute('href')).toBe(
      '/documents/dushanbe',
    );
  });

  test.each([
    ['with a number', '#p7', 'Paragraph 7: '],
    ['without one', '#preamble-2', /^“\S+(?: \S+){6}”: $/u],
  ])('a paragraph %s can be asked about, within its text', async (_, fragment, draft) => {
    const { page, complaints } = await read(
      `/documents/dushanbe${fragment}`,
      {},
      await builtWidget(),
    );
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ask about this paragraph' }).click();
    const field = page.getByRole('textbox', { name: 'Your question' });
    await expect.poll(() => field.inputValue()).toMatch(draft);
    expect(await field.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1);
    expect(await page.getByRole('checkbox', { name: 'Dushanbe Declaration' }).isChecked()).toBe(
      true,
    );
    expect(complaints).toEqual([]);
  });

  test('the way to ask follows the pointer and the focus, and moves nothing', async () => {
    const { page } = await read('/documents/dushanbe');
    const place = async (): Promise<number> =>
      (await page.locator('#p9').boundingBox())?.y ?? Number.NaN;
    await page.locator('#p7 .wording').scrollIntoViewIfNeeded();
    const before = await place();
    await page.locator('#p7 .wording').hover();
    await page.locator('#p7 .ask-about').waitFor();
    expect(await place()).toBe(before);
    await page.locator('#p8 .number').focus();
    await page.locator('#p8 .ask-about').waitFor();
    expect(await page.locator('.ask-about').count()).toBe(1);
  });

  test('prints the text and its marks, and nothing of the page around it', async () => {
    // Paper is light, whatever the screen is.
    const { page } = await read(QUOTED, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await axeViolations(page)).toEqual([]);
    for (const selector of [
      '.site',
      '.contents',
      '.to-contents',
      '.neighbours',
      '.skip',
      '.mark-note',
    ]) {
      expect([selector, await page.locator(selector).isVisible()]).toEqual([selector, false]);
    }
    const style = (
      selector: string,
    ): Promise<{ readonly borderBottomStyle: string; readonly contentVisibility: string }> =>
      page.evaluate(`({ ...getComputedStyle(document.querySelector('${selector}')) })`);
    expect((await style('mark')).borderBottomStyle).toBe('solid');
    // What is not in sight is printed too.
    expect((await style('.paragraph')).contentVisibility).toBe('visible');
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test('tells search engines and previews what it is, under one address', async () => {
    const { page, url } = await read(QUOTED);
    expect(await page.title()).toBe('Dushanbe Declaration');
    expect(await page.evaluate(`document.querySelector('link[rel=canonical]').href`)).toBe(
      `${url}/documents/dushanbe`,
    );
    const content = (name: string): Promise<string | null> =>
      page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute('content');
    expect(await content('og:title')).toBe('Dushanbe Declaration');
    expect(await content('description')).toBe(
      `Dushanbe, 17 September 2021, ${DUSHANBE.paragraphs.length} paragraphs, each with a permanent address.`,
    );
  });

  test('runs nothing that a text holds, marked or not', async () => {
    const hostile = {
      ...aDocument({
        id: 'evil',
        title: EVIL,
        lines: [`1. ${EVIL} and ${EVIL}`, `2. **${EVIL}**`],
      }),
      place: EVIL,
      language: EVIL,
    };
    const paragraphs = hostile.paragraphs.map((paragraph) => ({
      ...paragraph,
      section: [EVIL, `${paragraph.label} ${EVIL}`],
      label: `${paragraph.label}${EVIL}`,
    }));
    const { url } = await runApp(fakeBackend({ documents: [LAKES, { ...hostile, paragraphs }] }));
    for (const query of ['', '?quote=5-100', `?quote=${encodeURIComponent(EVIL)}`]) {
      const { page, complaints, requests } = await openPage(
        browser,
        `${url}/documents/evil${query}`,
      );
      expect(
        await page.evaluate(
          `[document.querySelectorAll('img, script:not([src^="/assets/"])').length, 'pwned' in window]`,
        ),
      ).toEqual([0, false]);
      expect(await page.locator('body').textContent()).toContain('onerror');
      expect(complaints).toEqual([]);
      expect(requests.filter((address) => !address.startsWith(url))).toEqual([]);
    }
  });

  test.each([320, 1280])('a text from right to left is set so at %i pixels', async (width) => {
    const { url } = await runApp(fakeBackend({ documents: [ARABIC] }));
    const { page } = await openPage(browser, `${url}/documents/haqq?quote=22-40#p1`, {
      viewport: { width, height: 800 },
    });
    const box = async (selector: string): Promise<{ x: number; right: number }> => {
      const { x = 0, width: w = 0 } = (await page.locator(selector).first().boundingBox()) ?? {};
      return { x, right: x + w };
    };
    expect((await box('#p1 .number')).x).toBeGreaterThan((await box('#p1 mark')).x);
    if (width > 1000) {
      // The contents stay where the page's own language has them.
      expect((await box('.contents')).right).toBeLessThan((await box('#p1')).x);
    }
    const direction = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    for (const selector of ['h1', 'h2', '#p1 .wording', '#page\\:contents']) {
      expect([selector, await direction(selector)]).toEqual([selector, 'rtl']);
    }
    expect(await direction('.mark-note')).toBe('ltr');
    expect(await axeViolations(page)).toEqual([]);
  });

  // Each theme and each width once: colours do not hang on the width.
  test.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)(
    'in the %s theme at %i pixels has no fault that axe-core knows, and nothing sticks out',
    async (colorScheme, width) => {
      const { page, url, complaints } = await read(QUOTED, {
        colorScheme,
        viewport: { width, height: 800 },
      });
      for (const path of [undefined, '/documents/lakes-2001', '/problems', '/documents/none']) {
        if (path !== undefined) await page.goto(url + path);
        expect([path, await axeViolations(page)]).toEqual([path, []]);
        expect([
          path,
          await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          ),
        ]).toEqual([path, 0]);
      }
      expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
    },
  );
});
