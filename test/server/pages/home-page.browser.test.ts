import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../../src/protocol.js';
import type { ChatBackend } from '../../../src/server/dependencies.js';
import { axeViolations } from '../../support/axe.js';
import { CHROMIUM } from '../../support/browser.js';
import { useBrowser } from '../../support/use-browser.js';
import { runSite } from '../../support/run-site.js';
import { eventsOf } from '../../support/events-of.js';
import { ANSWER, CITATION, aDocument, fakeBackend } from '../../support/fake-backend.js';
import { runApp } from '../../support/running-app.js';
import { openPage, type OpenPage } from '../../support/open-page.js';

const EVIL = `<img src=x onerror="window.pwned = 1"><script>window.pwned = 1</script>`;
const QUESTION = 'Who decides on dams?';

describe.skipIf(CHROMIUM === undefined)('the demo page', () => {
  const atHand = useBrowser();

  async function open(
    backend: ChatBackend,
    { path = '/', ...options }: BrowserContextOptions & { readonly path?: string } = {},
  ): Promise<OpenPage & { readonly url: string }> {
    const { url } = await runApp(backend, { widget: atHand().widget });
    return { ...(await openPage(atHand().browser, url + path, options)), url };
  }

  async function ask(page: Page, question: string): Promise<void> {
    const answered = page.getByText('Word for word from the texts.');
    const before = await answered.count();
    await page.getByRole('textbox', { name: 'Your question' }).fill(question);
    await page.keyboard.press('Enter');
    await answered.nth(before).waitFor();
  }

  test('asks under its own policy, and a number leads through the paragraph to its words in the text', async () => {
    const backend = { ...fakeBackend(), suggest: () => [QUESTION] };
    const { page, url, complaints, requests } = await open(backend);
    await page.getByRole('button', { name: QUESTION }).click();
    await page
      .getByRole('button', { name: /Source 1/ })
      .first()
      .click();
    const link = page.getByRole('link', { name: /Open in the text/ });
    expect(await link.getAttribute('href')).toBe(
      `${url}/documents/rivers-1999?quote=${CITATION.start}-${CITATION.end}#p2`,
    );
    const [text] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    expect(await text.locator(':target mark').textContent()).toBe(CITATION.quote);
    expect(backend.calls).toHaveLength(1);
    expect(complaints).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(url))).toEqual([]);
  });

  test('searches the texts that are ticked, one at least', async () => {
    const backend = fakeBackend();
    const { page } = await open(backend);
    const rivers = page.getByRole('checkbox', { name: 'Declaration on Rivers' });
    const lakes = page.getByRole('checkbox', { name: 'Declaration on Lakes' });
    await ask(page, 'All?');
    await rivers.uncheck();
    await ask(page, 'Lakes?');
    await lakes.click();
    expect(await lakes.isChecked()).toBe(true);
    await page.getByRole('status').filter({ hasText: 'At least one text is searched.' }).waitFor();
    await ask(page, 'Still lakes?');
    await rivers.check();
    await ask(page, 'All again?');
    expect(backend.calls.map(({ inquiry }) => inquiry.documents)).toEqual([
      undefined,
      ['lakes-2001'],
      ['lakes-2001'],
      undefined,
    ]);
  });

  test('asks the question of a link, once, and keeps the conversation over a reload', async () => {
    const backend = fakeBackend();
    const { page } = await open(backend, { path: `/?question=${encodeURIComponent(QUESTION)}` });
    await page.getByText('Word for word from the texts.').waitFor();
    await page.reload();
    await page.getByText('Word for word from the texts.').waitFor();
    expect(backend.calls.map(({ inquiry }) => inquiry.messages)).toEqual([
      [{ role: 'user', content: QUESTION }],
    ]);
  });

  test('a link’s question begins a conversation of its own; a slash leads to the field', async () => {
    const backend = fakeBackend();
    const { page, url } = await open(backend);
    await ask(page, 'And on fish?');
    await page.goto(`${url}/?question=${encodeURIComponent(QUESTION)}`);
    await page.getByText('Word for word from the texts.').waitFor();
    expect(await page.locator('.question').allTextContents()).toEqual([QUESTION]);
    expect(backend.calls[1]?.inquiry.messages).toHaveLength(1);
    await page.locator('body').click();
    await page.getByRole('link', { name: 'Skip to the content' }).focus();
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    expect(await page.getByRole('textbox', { name: 'Your question' }).inputValue()).toBe('a/b');
  });

  test('prints the whole conversation with the sources’ words, and nothing around it', async () => {
    const answer = `${'Dams are built by consent. '.repeat(200)}[1]`;
    const backend = fakeBackend({ events: () => eventsOf({ ...ANSWER, answer }) });
    const { page, url } = await open(backend, { colorScheme: 'dark' });
    await ask(page, QUESTION);
    await ask(page, 'And on fish?');
    await page.emulateMedia({ media: 'print' });
    const cutOff = await page.locator('declaration-chat').evaluate((chat) => {
      const log = chat.shadowRoot?.querySelector('.log');
      const { bottom } = chat.getBoundingClientRect();
      return [...(log?.querySelectorAll('.answer, .place') ?? [])]
        .filter((part) => part.getBoundingClientRect().bottom > bottom)
        .map(({ className }) => className);
    });
    expect(cutOff).toEqual([]);
    expect(await page.locator('.place').last().innerText()).toContain(
      `“${CITATION.quote}”\n${url}/documents/rivers-1999?quote=49-75#p2`,
    );
    for (const selector of ['.composer', '.texts', '.embed', '[part=clear]', '.copy']) {
      expect([selector, await page.locator(selector).first().isVisible()]).toEqual([
        selector,
        false,
      ]);
    }
    expect(await axeViolations(page)).toEqual([]);
  });

  test('a line to paste can be copied, and runs as it stands, its hash checked', async () => {
    const { page } = await open(fakeBackend(), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy: Pinned to this version' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    const line = await page.evaluate<string>('navigator.clipboard.readText()');
    const onSite = async (head: string): Promise<OpenPage> => {
      const site = await runSite((_req, res) =>
        res
          .setHeader('content-type', 'text/html')
          .end(`<!doctype html><title>A site</title><link rel="icon" href="data:,">${head}`),
      );
      return openPage(atHand().browser, site);
    };
    const pasted = await onSite(line);
    expect(await pasted.page.locator('declaration-chat').count()).toBe(1);
    expect(pasted.complaints).toEqual([]);
    const tampered = await onSite(
      line.replace(/sha384-./u, (start) => (start.endsWith('A') ? 'sha384-B' : 'sha384-A')),
    );
    expect(await tampered.page.locator('declaration-chat').count()).toBe(0);
    expect(tampered.complaints.join('\n')).toContain('integrity');
  });

  test('without scripts says what to do, and lists the texts', async () => {
    const { page } = await open(fakeBackend(), { javaScriptEnabled: false });
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.getByRole('link', { name: 'Read Declaration on Rivers' }).click();
    await page.waitForURL(/\/documents\/rivers-1999$/);
  });

  test('moves nothing when the chat arrives', async () => {
    const { url } = await runApp(fakeBackend(), { widget: atHand().widget });
    const { page } = await openPage(atHand().browser, 'about:blank');
    await page.addInitScript(
      `window.shift = 0; new PerformanceObserver((list) => { for (const { value } of ` +
        `list.getEntries()) window.shift += value; }).observe({ type: 'layout-shift', ` +
        `buffered: true });`,
    );
    await page.goto(url);
    await page.getByRole('textbox', { name: 'Your question' }).waitFor();
    expect(await page.evaluate('window.shift')).toBe(0);
  });

  test('runs nothing that a question, an answer or a text holds', async () => {
    const hostile = {
      ...aDocument({ id: 'evil', title: EVIL, lines: [`1. ${EVIL}`] }),
      place: EVIL,
    };
    const citation = {
      ...CITATION,
      documentId: 'evil',
      documentTitle: EVIL,
      section: [EVIL],
      text: `a ${EVIL} b`,
      quote: EVIL,
      paragraph: EVIL,
    };
    const answer = `${EVIL} **${EVIL}** [1]`;
    const events: readonly ChatEvent[] = [
      { type: 'passages', query: EVIL, passages: [] },
      { type: 'citation', citation },
      { type: 'delta', text: answer },
      {
        type: 'answer',
        reply: { ...ANSWER, answer, query: `${EVIL}!`, citations: [citation] } as typeof ANSWER,
      },
    ];
    const backend = {
      ...fakeBackend({ documents: [hostile], events: () => events }),
      suggest: () => [EVIL],
    };
    const { page, complaints, requests, url } = await open(backend, {
      path: `/?question=${encodeURIComponent(EVIL)}`,
    });
    await page.getByText('Word for word from the texts.').waitFor();
    expect(
      await page.evaluate(
        `['pwned' in window, document.querySelectorAll('img').length, ` +
          `document.querySelector('declaration-chat').shadowRoot.querySelectorAll('img, ` +
          `script').length]`,
      ),
    ).toEqual([false, 0, 0]);
    expect(complaints).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(url))).toEqual([]);
  });

  // Each theme and each width once: colours do not hang on the width.
  test.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)(
    'in the %s theme at %i pixels has no fault that axe-core knows, and nothing sticks out',
    async (colorScheme, width) => {
      const { page, complaints } = await open(
        { ...fakeBackend(), suggest: () => [QUESTION] },
        { colorScheme, viewport: { width, height: 800 } },
      );
      await page.getByRole('button', { name: QUESTION }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await ask(page, QUESTION);
      expect(await axeViolations(page)).toEqual([]);
      expect(
        await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      ).toBe(0);
      expect(complaints).toEqual([]);
    },
  );

  test('in Arabic it is mirrored, the chat speaks it too, and axe-core knows no fault', async () => {
    const { page, complaints } = await open(
      { ...fakeBackend(), suggest: () => [QUESTION] },
      { locale: 'ar', viewport: { width: 1_280, height: 800 } },
    );
    await page.getByRole('button', { name: QUESTION }).click();
    await page.locator('[data-state=answered] .copy').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.getByRole('textbox').getAttribute('aria-label')).toMatch(
      /\p{Script=Arabic}/u,
    );
    const [texts, chat] = await Promise.all(
      ['.texts', 'declaration-chat'].map((name) => page.locator(name).boundingBox()),
    );
    const isMirrored = (texts?.x ?? 0) < (chat?.x ?? 0);
    const { page: english } = await open(fakeBackend(), {
      viewport: { width: 1_280, height: 800 },
    });
    const [before, after] = await Promise.all(
      ['.texts', 'declaration-chat'].map((name) => english.locator(name).boundingBox()),
    );
    expect(isMirrored).toBe((before?.x ?? 0) > (after?.x ?? 0));
    expect(complaints).toEqual([]);
  });
});
