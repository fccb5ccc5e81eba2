import { describe, expect, test } from 'vitest';
import { Feedback } from '../../../src/server/feedback/feedback.js';
import type { FeedbackEntry } from '../../../src/ports/feedback.js';
import { axeViolations } from '../../support/axe.js';
import { CHROMIUM } from '../../support/browser.js';
import { ask } from '../open-widget.js';
import { useWidget } from '../use-widget.js';

const QUESTION = 'Who decides on dams?';

function kept(): { readonly feedback: Feedback; readonly entries: FeedbackEntry[] } {
  const entries: FeedbackEntry[] = [];
  const book = {
    add: (entry: FeedbackEntry): Promise<void> => {
      entries.push(entry);
      return Promise.resolve();
    },
  };
  const onTrouble = (): void => undefined;
  return { feedback: new Feedback({ book, onTrouble }), entries };
}

describe.skipIf(CHROMIUM === undefined)('what a visitor says of an answer', () => {
  const open = useWidget();

  test.each([
    ['Helpful', 'helpful'],
    ['Not helpful', 'unhelpful'],
  ] as const)(
    '%s: is told to the server, by keyboard too, and the focus stays',
    async (name, kind) => {
      const { feedback, entries } = kept();
      const { page, complaints } = await open({ feedback });
      await ask(page, QUESTION);
      const thumb = page.getByRole('button', { name, exact: true });
      await thumb.waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await thumb.focus();
      await page.keyboard.press('Enter');
      const thanks = page.locator('.verdicts').getByText('Thank you.');
      await thanks.waitFor();
      expect(await thanks.evaluate((element) => element.matches(':focus'))).toBe(true);
      expect(entries.map(({ kind: told, question }) => [told, question])).toEqual([
        [kind, QUESTION],
      ]);
      expect(await page.getByRole('button', { name: /elpful/ }).count()).toBe(0);
      expect(await page.getByRole('status').textContent()).toContain('Thank you.');
      expect(await axeViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test('is not asked for where the server does not want to know', async () => {
    const { page } = await open();
    await ask(page, QUESTION);
    await page.locator('.copy').first().waitFor();
    expect(await page.getByRole('button', { name: /elpful/ }).count()).toBe(0);
  });

  test('that was not taken is told', async () => {
    const { feedback } = kept();
    const { page } = await open({ feedback });
    await ask(page, QUESTION);
    feedback.judge('reply-1', { helpful: true });
    await page.getByRole('button', { name: 'Not helpful' }).click();
    await page.locator('.verdicts').getByText('That could not be noted.').waitFor();
  });
});
