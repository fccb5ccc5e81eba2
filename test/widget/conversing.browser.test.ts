import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../src/protocol.js';
import { CHROMIUM } from '../support/browser.js';
import { deferred } from '../support/deferred.js';
import { ANSWER, EVENTS, fakeBackend, type FakeBackend } from '../support/fake-backend.js';
import { ask } from './open-widget.js';
import { useWidget } from './use-widget.js';

const QUESTION = 'Who decides on dams?';
const PERSISTENT = '<main><h1>A page</h1><declaration-chat persist></declaration-chat></main>';

/** Holds the end of every answer back until it is let go. */
function held(): { readonly backend: FakeBackend; readonly letGo: () => void } {
  let step = deferred();
  const backend = fakeBackend({
    async *events(signal) {
      yield* EVENTS.slice(0, 3);
      await Promise.race([
        step.promise,
        new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
        }),
      ]);
      step = deferred();
      yield EVENTS[4] as ChatEvent;
    },
  });
  return {
    backend,
    letGo: () => {
      step.resolve();
    },
  };
}

describe.skipIf(CHROMIUM === undefined)('conversing in the widget', () => {
  const open = useWidget();

  test('what is asked while an answer comes is asked next, as a follow-up', async () => {
    const { backend, letGo } = held();
    const { page } = await open({ backend });
    const field = page.getByRole('textbox');
    await field.fill(QUESTION);
    await field.press('Enter');
    await page.locator('[data-state=streaming]').waitFor();
    expect(await page.getByRole('button', { name: 'Ask', exact: true }).count()).toBe(0);
    await field.fill('And on fish?');
    await page.getByRole('button', { name: 'Ask', exact: true }).waitFor();
    await field.press('Enter');
    await field.fill('And boats?');
    await field.press('Enter');
    expect(await page.locator('[data-state=queued] .waiting').allTextContents()).toEqual([
      'Waiting for its turn.',
      'Waiting for its turn.',
    ]);
    expect(backend.calls).toHaveLength(1);
    letGo();
    await page.locator('.turn:nth-child(2)[data-state=streaming]').waitFor();
    letGo();
    await page.locator('.turn:nth-child(3)[data-state=streaming]').waitFor();
    letGo();
    await page.locator('.turn:nth-child(3)[data-state=answered]').waitFor();
    expect(backend.calls.map(({ inquiry }) => inquiry.messages.at(-1)?.content)).toEqual([
      QUESTION,
      'And on fish?',
      'And boats?',
    ]);
    expect(backend.calls[2]?.inquiry.messages).toHaveLength(5);
  });

  test('Escape stops the answer and what was to be asked next; the dialog stays open', async () => {
    const { backend } = held();
    const { page } = await open({
      backend,
      body: '<declaration-chat mode="launcher"></declaration-chat>',
    });
    await page.locator('.launcher').click();
    await page.getByRole('textbox').fill(QUESTION);
    await page.keyboard.press('Enter');
    await page.locator('[data-state=streaming]').waitFor();
    await page.getByRole('textbox').fill('And on fish?');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('.turn:first-child[data-state=stopped]').waitFor();
    expect(await page.locator('.turn:last-child').getAttribute('data-state')).toBe('stopped');
    expect(backend.calls).toHaveLength(1);
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('a new conversation is no loss: one button brings back the one before', async () => {
    const backend = fakeBackend();
    const { page } = await open({ backend });
    await ask(page, QUESTION);
    await page.locator('.copy').first().waitFor();
    const before = await page.locator('.turns').innerText();
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('button', { name: 'Back to the conversation before' }).click();
    await expect.poll(() => page.locator('.turns').innerText()).toBe(before);
    await ask(page, 'And on fish?');
    expect(backend.calls[1]?.inquiry.messages).toHaveLength(3);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await ask(page, 'Fresh?');
    expect(await page.getByRole('button', { name: /Back to/ }).count()).toBe(0);
  });

  test('the texts may be changed in the midst of a kept conversation, and nothing of it is lost', async () => {
    const { page } = await open({ body: PERSISTENT });
    const within = (documents: string): Promise<void> =>
      page.locator('declaration-chat').evaluate((chat, ids) => {
        chat.setAttribute('documents', ids);
      }, documents);
    await ask(page, QUESTION);
    await within('rivers-1999');
    await ask(page, 'Rivers?');
    await within('lakes-2001');
    await ask(page, 'Lakes?');
    await page.reload();
    await page.locator('.turn').nth(2).waitFor();
    expect(await page.locator('.question').allTextContents()).toEqual([
      QUESTION,
      'Rivers?',
      'Lakes?',
    ]);
  });

  test('a slash leads to the field, and is typed in it', async () => {
    const { page } = await open();
    await ask(page, QUESTION);
    await page.locator('.marker').focus();
    await page.keyboard.press('/');
    await page.keyboard.type('and/or');
    expect(await page.getByRole('textbox').inputValue()).toBe('and/or');
  });

  test('an answer that was there before is told of as it was', async () => {
    const { page } = await open({ body: PERSISTENT });
    await ask(page, QUESTION);
    await page.reload();
    await page.locator('[data-state=answered]').waitFor();
    expect(await page.locator('.answer').textContent()).toBe(ANSWER.answer.replace('[1]', '1'));
  });
});
