import { describe, expect, test } from 'vitest';
import type { ChatReply } from '../../src/protocol.js';
import { axeViolations } from '../support/axe.js';
import { CHROMIUM } from '../support/browser.js';
import { eventsOf } from '../support/events-of.js';
import { ANSWER, CITATION, fakeBackend } from '../support/fake-backend.js';
import { ask, INLINE } from './open-widget.js';
import { useWidget } from './use-widget.js';

const answer = 'Oslo 1999: Dams need consent. [1]\n\nRio 2001: Lakes are kept clean. [2]';
const second = {
  ...CITATION,
  number: 2,
  documentId: 'lakes-2001',
  url: '/documents/lakes-2001#p1',
};
const REPLY: ChatReply = {
  ...ANSWER,
  answered: true,
  answer,
  citations: [CITATION, second],
  notice: 'The texts are in English. Bonn 2004 says nothing about this.',
  sides: [
    { documentId: 'rivers-1999', name: 'Oslo 1999', start: 11, end: 33 },
    { documentId: 'lakes-2001', name: 'Rio 2001', start: 45, end: answer.length },
    {
      documentId: 'seas-2004',
      name: 'Bonn 2004',
      start: answer.length,
      end: answer.length,
      notice: 'Bonn 2004 says nothing about this.',
    },
  ],
};

describe.skipIf(CHROMIUM === undefined)('texts that are compared', () => {
  const open = useWidget();
  const backend = fakeBackend({ events: () => eventsOf(REPLY) });

  test.each([
    ['beside each other where there is room', 1_280, 1],
    ['below each other on a phone', 390, 3],
  ])('stand %s, an empty one said so', async (_, width, rows) => {
    const { page, complaints } = await open({
      backend,
      options: { viewport: { width, height: 800 } },
    });
    await ask(page, 'Compare them');
    const sides = page.locator('.side');
    expect(await sides.allInnerTexts()).toEqual([
      expect.stringMatching(/^Oslo 1999\s+Dams need consent. ?1$/),
      expect.stringMatching(/^Rio 2001\s+Lakes are kept clean. ?2$/),
      expect.stringMatching(/^Bonn 2004\s+Bonn 2004 says nothing about this.$/),
    ]);
    const tops = await sides.evaluateAll((all) =>
      all.map((side) => side.getBoundingClientRect().top),
    );
    expect(new Set(tops).size).toBe(rows);
    expect(await page.locator('.foot .hint').first().textContent()).toBe(
      'Word for word from the texts. The texts are in English.',
    );
    expect(await page.locator('.place .where').allInnerTexts()).toEqual([
      expect.stringContaining('Oslo 1999'),
      expect.stringContaining('Rio 2001'),
    ]);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Source 2,/ }).click();
    await page.locator('.popover:not([hidden])').waitFor();
    expect(complaints).toEqual([]);
  });

  test('the source beside belongs to a number that is there', async () => {
    const { page } = await open({
      backend,
      body: INLINE.replace('<declaration-chat', '<declaration-chat sources="beside"'),
      options: { viewport: { width: 1_440, height: 800 } },
    });
    await ask(page, 'Compare them');
    await page.locator('.pane:not([hidden])').waitFor();
    expect(await page.locator('.marker[aria-current=true]').allTextContents()).toEqual(['1']);
  });
});
