import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ChatReply, Citation } from '../../../src/protocol.js';
import { axeViolations } from '../../support/axe.js';
import { CHROMIUM } from '../../support/browser.js';
import { deferred } from '../../support/deferred.js';
import { eventsOf } from '../../support/events-of.js';
import { aDocument, ANSWER, CITATION, fakeBackend } from '../../support/fake-backend.js';
import { ask, INLINE } from '../open-widget.js';
import { useWidget } from '../use-widget.js';

const QUESTION = 'Who decides on dams?';
const BESIDE = INLINE.replace('<declaration-chat', '<declaration-chat sources="beside"');
const LINES = Array.from({ length: 9 }, (_, at) => `${at + 1}. Rule ${at + 1} holds, always.`);
const CANALS = aDocument({ id: 'canals-2010', title: 'Declaration on Canals', lines: LINES });

function cited(number: number, paragraph: string): Citation {
  const { start, end, text } = CANALS.paragraphs[Number(paragraph) - 1] ?? CITATION;
  const quote = `Rule ${paragraph} holds`;
  const from = start + text.indexOf(quote);
  return {
    ...CITATION,
    number,
    documentId: CANALS.id,
    documentTitle: CANALS.title,
    paragraph,
    text,
    quote,
    start: from,
    end: Math.min(end, from + quote.length),
    url: `/documents/canals-2010#p${paragraph}`,
  };
}

const REPLY: ChatReply = {
  ...ANSWER,
  answered: true,
  answer: 'First. [1] Second. [2]',
  citations: [cited(1, '4'), cited(2, '9')],
};

describe.skipIf(CHROMIUM === undefined)('the source beside the answer', () => {
  const open = useWidget();
  const backend = (): ReturnType<typeof fakeBackend> =>
    fakeBackend({ documents: [CANALS], events: () => eventsOf(REPLY) });
  const pane = (page: Page, paragraph: string): ReturnType<Page['getByRole']> =>
    page.getByRole('region', { name: `Paragraph ${paragraph}, Declaration on Canals` });
  const marker = (page: Page, number: number): ReturnType<Page['getByRole']> =>
    page.getByRole('button', { name: new RegExp(`^Source ${number},`) });

  test('shows the first one at once, in its context, the quoted words marked', async () => {
    const { page, complaints } = await open({ backend: backend(), body: BESIDE });
    await ask(page, QUESTION);
    await page.locator('.context p').nth(4).waitFor();
    expect(await pane(page, '4').locator('.context p').allTextContents()).toEqual(
      LINES.slice(1, 6),
    );
    expect(await page.locator('.context mark').textContent()).toBe('Rule 4 holds');
    expect(await page.locator('.context mark').isVisible()).toBe(true);
    expect(await page.getByRole('textbox').evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('is there before the words are, so that these do not move', async () => {
    const goOn = deferred();
    const [first, second] = REPLY.citations;
    const { page } = await open({
      backend: fakeBackend({
        documents: [CANALS],
        async *events() {
          if (first) yield { type: 'citation', citation: first };
          await goOn.promise;
          if (second) yield { type: 'citation', citation: second };
          yield { type: 'delta', text: REPLY.answer };
          yield { type: 'answer', reply: REPLY };
        },
      }),
      body: BESIDE,
    });
    await page.getByRole('textbox').fill(QUESTION);
    await page.keyboard.press('Enter');
    await page.locator('.context p').nth(4).waitFor();
    const before = await page.locator('.question').boundingBox();
    goOn.resolve();
    await page.locator('[data-state=answered]').waitFor();
    await page.locator('.marker[aria-current]').waitFor();
    expect(await page.locator('.question').boundingBox()).toEqual(before);
    expect(await pane(page, '4').count()).toBe(1);
  });

  test('follows the number that is pointed at or has the focus', async () => {
    const { page } = await open({ backend: backend(), body: BESIDE });
    await ask(page, QUESTION);
    await pane(page, '4').waitFor();
    await marker(page, 2).hover();
    await pane(page, '9').waitFor();
    expect(await marker(page, 2).getAttribute('aria-current')).toBe('true');
    await marker(page, 1).focus();
    await pane(page, '4').waitFor();
    expect(await page.locator('[aria-current]').count()).toBe(1);
    expect(await page.locator('.popover:not([hidden])').count()).toBe(0);
  });

  test('by the keyboard: Enter leads into it, Escape back to the number', async () => {
    const { page, app } = await open({ backend: backend(), body: BESIDE });
    await ask(page, QUESTION);
    await pane(page, '4').waitFor();
    await marker(page, 2).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () =>
        document.querySelector('declaration-chat')?.shadowRoot?.activeElement?.className ===
        'context',
    );
    await page.keyboard.press('Tab');
    const link = pane(page, '9').getByRole('link');
    expect(await link.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await link.getAttribute('href')).toContain(`${app}/documents/canals-2010?quote=`);
    await page.keyboard.press('Escape');
    expect(await marker(page, 2).evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  test('goes with its conversation, and is a card where there is no room', async () => {
    const { page } = await open({ backend: backend(), body: BESIDE });
    await ask(page, QUESTION);
    await pane(page, '4').waitFor();
    await page.getByRole('button', { name: 'New conversation' }).click();
    expect(await page.locator('.pane').isVisible()).toBe(false);
    await page.setViewportSize({ width: 700, height: 700 });
    await ask(page, QUESTION);
    await marker(page, 2).click();
    await page.getByRole('dialog', { name: 'Paragraph 9, Declaration on Canals' }).waitFor();
    expect(await page.locator('.pane').isVisible()).toBe(false);
  });

  test('where the text cannot be had, the paragraph stands alone', async () => {
    const { page } = await open({
      backend: fakeBackend({ documents: [], events: () => eventsOf(REPLY) }),
      body: BESIDE,
    });
    await ask(page, QUESTION);
    await pane(page, '4').waitFor();
    expect(await page.locator('.context p').allTextContents()).toEqual([LINES[3]]);
  });
});
