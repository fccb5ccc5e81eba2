import { describe, expect, test } from 'vitest';
import type { Abstention } from '../../src/protocol.js';
import { CHROMIUM } from '../support/browser.js';
import { eventsOf } from '../support/events-of.js';
import { fakeBackend, NEAREST } from '../support/fake-backend.js';
import { ask, type OpenWidget } from './open-widget.js';
import { useWidget } from './use-widget.js';

const QUESTION = 'Who decides on dams?';
const ABSTENTION: Abstention = {
  id: 'r',
  answer: 'The texts do not answer this.',
  answered: false,
  mode: 'extractive',
  query: QUESTION,
  citations: [],
  nearest: [NEAREST],
};

describe.skipIf(CHROMIUM === undefined)('where the texts give no answer', () => {
  const open = useWidget();
  const answering = (reply: Abstention, lang = 'en'): Promise<OpenWidget> =>
    open({
      backend: fakeBackend({ events: () => eventsOf(reply) }),
      body: `<main><h1>A page</h1><declaration-chat lang="${lang}"></declaration-chat></main>`,
    });

  test('an abstention looks like none of the answers and offers the closest words', async () => {
    const { page, app } = await answering(ABSTENTION);
    await ask(page, QUESTION);
    expect(await page.locator('[data-state=abstained] .reply').textContent()).toBe(
      ABSTENTION.answer,
    );
    await page
      .getByRole('group', { name: 'Closest words' })
      .getByRole('button', { name: NEAREST.quote })
      .click();
    expect(await page.locator('.popover .paragraph').textContent()).toBe(NEAREST.text);
    expect(await page.locator('.popover mark').textContent()).toBe(NEAREST.quote);
    expect(await page.locator('.popover a').getAttribute('href')).toBe(
      `${app}/documents/rivers-1999?quote=${NEAREST.start}-${NEAREST.end}#p2`,
    );
    expect(await page.getByRole('status').textContent()).toBe(ABSTENTION.answer);
  });

  test.each([
    [{}, 'Les textes ne le disent pas'],
    [{ unsure: true as const }, 'Les textes ne le disent peut-être pas'],
  ])('a reader of another language is told in it, too: %j', async (more, told) => {
    const { page } = await answering({ ...ABSTENTION, ...more }, 'fr');
    await ask(page, QUESTION);
    expect(await page.locator('[data-state=abstained] .verdict').textContent()).toBe(told);
    expect(await page.getByRole('status').textContent()).toBe(`${told}. ${ABSTENTION.answer}`);
  });
});
