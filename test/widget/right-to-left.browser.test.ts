import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ChatEvent, ChatReply } from '../../src/protocol.js';
import { axeViolations } from '../support/axe.js';
import { CHROMIUM } from '../support/browser.js';
import { ANSWER, CITATION, fakeBackend, NEAREST } from '../support/fake-backend.js';
import { ask } from './open-widget.js';
import { useWidget } from './use-widget.js';

const QUESTION = 'Who decides on dams?';

function directionIn(page: Page): (selector: string) => Promise<string> {
  return (selector) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
}

describe.skipIf(CHROMIUM === undefined)('from right to left', () => {
  const open = useWidget();

  test.each([
    ['its own language', '<declaration-chat lang="ar"></declaration-chat>'],
    ['the page', '<div dir="rtl"><declaration-chat></declaration-chat></div>'],
  ])('the chat stands so by %s', async (_, body) => {
    const { page } = await open({ body: `<main><h1>A page</h1>${body}</main>` });
    await ask(page, QUESTION);
    const x = async (selector: string): Promise<number> =>
      (await page.locator(selector).first().boundingBox())?.x ?? -1;
    expect(await x('.title')).toBeGreaterThan(await x('[part=clear]'));
    expect(await x('.field')).toBeGreaterThan(await x('.ask'));
    // An English title and place begin where the chat does, at the right.
    await page.locator('.marker').click();
    await page.locator('.popover').waitFor();
    for (const selector of ['.title', '.popover .where', '.hint']) {
      const align = page
        .locator(selector)
        .evaluate((element) => getComputedStyle(element).textAlign);
      expect([selector, await align]).toEqual([selector, 'right']);
    }
    await page.keyboard.press('Escape');
    expect(await directionIn(page)('.answer')).toBe('ltr');
    expect(await axeViolations(page)).toEqual([]);
  });

  test.each([
    ['an English page', ''],
    ['a widget that speaks Arabic', ' lang="ar"'],
  ])('words of an Arabic text run from right to left in %s', async (_, lang) => {
    const text = 'لا يجوز استرقاق أي شخص (UN 217).';
    const citation = { ...CITATION, documentTitle: 'إعلان الحقوق', text, quote: text };
    const reply: ChatReply = {
      ...ANSWER,
      answered: true,
      answer: `${text} [1]`,
      citations: [citation],
    };
    const { page } = await open({
      backend: fakeBackend({
        events: (): readonly ChatEvent[] => [
          { type: 'citation', citation },
          { type: 'answer', reply },
        ],
      }),
      body: `<main><h1>A page</h1><declaration-chat${lang}></declaration-chat></main>`,
    });
    await ask(page, QUESTION);
    await page.locator('.marker').click();
    await page.locator('.popover').waitFor();
    const direction = directionIn(page);
    for (const selector of ['.answer', '.popover .paragraph', '.popover .where']) {
      expect([selector, await direction(selector)]).toEqual([selector, 'rtl']);
    }
    expect(await direction('.question')).toBe('ltr');
    expect(await direction('.panel')).toBe(lang === '' ? 'ltr' : 'rtl');
    expect(await axeViolations(page)).toEqual([]);
  });

  test('the closest words of an Arabic text run from right to left under an English name', async () => {
    const near = { ...NEAREST, documentTitle: 'إعلان الحقوق', quote: 'لا يجوز استرقاق أي شخص.' };
    const reply: ChatReply = {
      id: 'reply-2',
      answer: 'The texts do not say.',
      answered: false,
      mode: 'extractive',
      query: QUESTION,
      citations: [],
      nearest: [near],
    };
    const { page } = await open({
      backend: fakeBackend({ events: () => [{ type: 'answer', reply }] }),
    });
    await ask(page, QUESTION);
    const direction = directionIn(page);
    expect(await direction('.place .preview')).toBe('rtl');
    expect(await direction('.place .about')).toBe('ltr');
    expect(await page.locator('.place .where').textContent()).toBe(' · إعلان الحقوق');
  });
});
