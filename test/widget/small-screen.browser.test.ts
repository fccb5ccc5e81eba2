import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ChatReply, Citation } from '../../src/protocol.js';
import { axeViolations } from '../support/axe.js';
import { CHROMIUM } from '../support/browser.js';
import { eventsOf } from '../support/events-of.js';
import { aDocument, ANSWER, CITATION, fakeBackend } from '../support/fake-backend.js';
import { ask } from './open-widget.js';
import { useWidget } from './use-widget.js';

const QUESTION = 'Who decides on dams?';
const PAGE =
  '<main><h1>A page</h1><p><a href="#x">A link</a></p><div id="in">' +
  '<declaration-chat mode="launcher"></declaration-chat></div></main><footer>End</footer>';
const PHONE = { viewport: { width: 390, height: 700 } };

/** A title and a paragraph as long as real ones. */
const LONG: Citation = {
  ...CITATION,
  documentTitle: 'Joint Declaration of the Heads of State on the Waters of the Northern Rivers',
  section: ['Chapter IV. Of dams, weirs and locks', 'Section 2. Consent'],
  text: `${'Water is shared. '.repeat(60)}${CITATION.quote}${' Fish pass.'.repeat(40)}`,
};
const LONG_ANSWER: ChatReply = { ...ANSWER, answered: true, citations: [LONG] };

describe.skipIf(CHROMIUM === undefined)('on a small or much enlarged screen', () => {
  const open = useWidget();

  const inert = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.body.querySelectorAll('[inert]')].map(({ localName }) => localName),
    );

  test('the page behind the dialog is out of reach, and comes back as it was', async () => {
    const { page, complaints } = await open({
      body: `${PAGE}<aside inert>Off</aside>`,
      options: PHONE,
    });
    await page.locator('.launcher').click();
    expect(await inert(page)).toEqual(['h1', 'p', 'footer', 'aside']);
    await ask(page, QUESTION);
    await page.keyboard.press('Escape');
    expect(await inert(page)).toEqual(['aside']);
    await page.locator('.launcher').click();
    await page.locator('declaration-chat').evaluate((chat) => {
      chat.remove();
    });
    await expect.poll(() => inert(page)).toEqual(['aside']);
    expect(complaints).toEqual([]);
  });

  test('the way back closes the dialog, and closing it leaves no step to go back', async () => {
    const { page, site } = await open({ body: PAGE, options: PHONE });
    await page.goto(`${site}/?second`);
    await page.locator('.launcher').click();
    await page.getByRole('dialog').waitFor();
    await page.evaluate(() => {
      history.back();
    });
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(page.url()).toBe(`${site}/?second`);
    await page.locator('.launcher').click();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.waitForFunction(() => history.state === null);
    await page.goBack();
    expect(page.url()).toBe(`${site}/`);
  });

  test('on a wide screen the page stays within reach', async () => {
    const { page } = await open({ body: PAGE });
    await page.locator('.launcher').click();
    expect(await inert(page)).toEqual([]);
    expect(await page.evaluate(() => history.state as unknown)).toBeNull();
  });

  test('a sheet shows the paragraph between those around it, the quote in sight', async () => {
    const lines = Array.from(
      { length: 9 },
      (_, at) => `${at + 1}. ${`Rule ${at + 1}. `.repeat(40)}`,
    );
    const text = aDocument({ id: 'canals-2010', lines });
    const [, , , fourth] = text.paragraphs;
    const start = (fourth?.start ?? 0) + 3;
    const citation: Citation = {
      ...CITATION,
      documentId: text.id,
      paragraph: '4',
      text: fourth?.text ?? '',
      quote: 'Rule 4.',
      start,
      end: start + 7,
      deciding: [{ start: start + 5, end: start + 6 }],
      url: '/documents/canals-2010#p4',
    };
    const reply: ChatReply = { ...ANSWER, answered: true, citations: [citation] };
    const { page } = await open({
      backend: fakeBackend({ documents: [text], events: () => eventsOf(reply) }),
      body: PAGE,
      options: PHONE,
    });
    await page.locator('.launcher').click();
    await ask(page, QUESTION);
    await page.locator('.marker').click();
    await page.locator('.popover .around').nth(3).waitFor();
    const shown = await page.locator('.popover > p').allTextContents();
    expect(shown.map((each) => each.slice(0, 9))).toEqual(
      [2, 3, 4, 5, 6].map((number) => `${number}. Rule ${number}`.slice(0, 9)),
    );
    expect(await page.locator('.popover mark').textContent()).toBe('Rule 4.');
    expect(await page.locator('.popover mark .deciding').textContent()).toBe('4');
    await expect(page.locator('.popover mark').boundingBox()).resolves.toMatchObject({
      y: expect.toSatisfy((y: number) => y > 24 && y < 650) as number,
    });
    expect(await axeViolations(page)).toEqual([]);
  });

  test.each([
    ['a phone', 390, 700],
    ['a window of 1280 by 720, enlarged twice', 640, 360],
    ['a window of 1280 by 1024, enlarged twice', 640, 512],
    ['a window of 1280 by 1024, enlarged four times', 320, 256],
  ])('all of an opened paragraph can be read: %s', async (_, width, height) => {
    for (const body of [
      '<main><h1>A page</h1><declaration-chat height="448"></declaration-chat></main>',
      PAGE,
    ]) {
      const { page } = await open({
        backend: fakeBackend({ events: () => eventsOf(LONG_ANSWER) }),
        body,
        options: { viewport: { width, height } },
      });
      if (body === PAGE) await page.locator('.launcher').click();
      await ask(page, QUESTION);
      await page.locator('.marker').click();
      const card = await page.locator('.popover').boundingBox();
      const { x = -1, y = -1, width: wide = 0, height: high = 0 } = card ?? {};
      expect([x >= 0, y >= 0, x + wide <= width, y + high <= height]).toEqual(
        Array.from({ length: 4 }, () => true),
      );
      expect(await page.locator('.popover mark').isVisible()).toBe(true);
      for (const part of ['[part=popover-close]', '.popover mark', '.in-text']) {
        await page.locator(part).scrollIntoViewIfNeeded();
        const box = await page.locator(part).boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual(y);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(y + high + 1);
      }
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.locator('.popover').isVisible()).toBe(false);
    }
  });
});
