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
  const answering = (reply: Abstention): Promise<OpenWidget> =>
    open({ backend: fakeBackend({ events: () => eventsOf(reply) }) });

  test('an abstention looks like none of the answers and offers the closest words', async () => {
    const { page, app } = await answering(ABSTENTION);
    await ask(page, QUESTION);
    expect(await page.locator('[data-state=abstained] .verdict').textContent()).toBe(
      'The texts do not say',
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
    expect(await page.getByRole('status').textContent()).toContain('The texts do not say');
  });

  test('where it is not sure, it does not say that the texts do not answer', async () => {
    const { page } = await answering({ ...ABSTENTION, unsure: true });
    await ask(page, QUESTION);
    expect(await page.locator('[data-state=abstained] .verdict').textContent()).toBe(
      'The texts may not say',
    );
    expect(await page.getByRole('status').textContent()).toContain('The texts may not say');
  });
});
