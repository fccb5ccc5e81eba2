import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '../../../src/protocol.js';
import { widgetScript } from '../../../src/server/widget-script.js';
import { axeViolations } from '../../support/axe.js';
import { builtWidget, CHROMIUM } from '../../support/browser.js';
import { ANSWER, EVENTS, fakeBackend } from '../../support/fake-backend.js';
import { ask, INLINE, STRICT } from '../open-widget.js';
import { useWidget } from '../use-widget.js';

const PERSISTENT = INLINE.replace('<declaration-chat', '<declaration-chat persist');
const MENU = 'Conversations and saving';

/** Has so many conversations, one question each. */
async function converse(page: Page, questions: readonly string[]): Promise<void> {
  for (const [at, question] of questions.entries()) {
    if (at > 0) await page.getByRole('button', { name: 'New conversation' }).click();
    await ask(page, question);
  }
}

describe.skipIf(CHROMIUM === undefined)('conversations that are kept', () => {
  const open = useWidget();
  const drawer = (page: Page): ReturnType<Page['getByRole']> =>
    page.getByRole('dialog', { name: 'Conversations' });
  const names = (page: Page): Promise<readonly string[]> =>
    page.locator('.kept .entry .line').allTextContents();

  test('are found again by their words, gone on with, and kept apart', async () => {
    const backend = fakeBackend();
    const { page, complaints } = await open({ backend, body: PERSISTENT });
    await converse(page, ['Who decides on dams?', 'Are fish free?', 'What of boats?']);
    await page.reload();
    await page.getByRole('button', { name: MENU }).click();
    expect(await names(page)).toEqual(['Are fish free?', 'Who decides on dams?']);
    await drawer(page).getByRole('searchbox', { name: 'Search' }).fill('DAMS consent decides');
    expect(await names(page)).toEqual(['Who decides on dams?']);
    await drawer(page).getByRole('searchbox').fill('whales');
    expect(await drawer(page).getByRole('status').textContent()).toBe('Nothing found.');
    await drawer(page).getByRole('searchbox').fill('');
    await drawer(page)
      .getByRole('button', { name: /^Are fish free/ })
      .click();
    expect(await drawer(page).count()).toBe(0);
    expect(await page.locator('.question').allTextContents()).toEqual(['Are fish free?']);
    await ask(page, 'And eels?');
    expect(backend.calls.at(-1)?.inquiry.messages).toHaveLength(3);
    await page.getByRole('button', { name: MENU }).click();
    expect(await names(page)).toEqual(['What of boats?', 'Who decides on dams?']);
    expect(complaints).toEqual([]);
  });

  test('are renamed, deleted, and brought back by the keyboard alone', async () => {
    const { page } = await open({ body: PERSISTENT });
    await converse(page, ['One?', 'Two?', 'Three?']);
    await page.getByRole('button', { name: MENU }).focus();
    await page.keyboard.press('Enter');
    await drawer(page).waitFor();
    await drawer(page).getByRole('button', { name: 'Rename “One?”' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('The first');
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual(['Two?', 'The first']);
    await drawer(page).getByRole('button', { name: 'Delete “The first”' }).focus();
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual(['Two?']);
    expect(await drawer(page).getByRole('status').textContent()).toContain(
      '“The first” was deleted.',
    );
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual(['Two?', 'The first']);
    await page.keyboard.press('Escape');
    expect(await drawer(page).count()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: MENU }).click();
    expect(await names(page)).toEqual(['Two?', 'The first']);
  });

  test('without the page’s wish there are none; this one can be saved all the same', async () => {
    const { page, complaints } = await open();
    expect(await page.getByRole('button', { name: MENU }).count()).toBe(0);
    await ask(page, 'Who decides on dams?');
    await page.getByRole('button', { name: MENU }).click();
    expect(await drawer(page).getByRole('group').count()).toBe(1);
    const saved: Record<string, string> = {};
    for (const name of [/Markdown/, /BibTeX/, /CSL-JSON/]) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        drawer(page).getByRole('button', { name }).click(),
      ]);
      saved[download.suggestedFilename()] = await text(await download.createReadStream());
    }
    expect(Object.keys(saved)).toEqual(['conversation.md', 'citations.bib', 'citations.json']);
    expect(saved['conversation.md']).toContain('by consent.[^1]');
    expect(saved['citations.bib']).toContain('@misc{rivers-1999-p2,');
    expect(saved['citations.json']).toContain('"id": "rivers-1999-p2"');
    expect(complaints).toEqual([]);
  });

  test('is printed from there where the chat stands in the page, not from a launcher', async () => {
    const { page } = await open({ body: PERSISTENT });
    await page.evaluate(() => {
      window.print = () => {
        document.title = 'printed';
      };
    });
    await ask(page, 'Who decides on dams?');
    await page.getByRole('button', { name: MENU }).click();
    await drawer(page).getByRole('button', { name: 'Print' }).click();
    expect([await page.title(), await drawer(page).count()]).toEqual(['printed', 0]);
    await page.locator('declaration-chat').evaluate((chat) => {
      chat.setAttribute('mode', 'launcher');
    });
    await page.locator('[part=menu]').click();
    await drawer(page).waitFor();
    expect(await drawer(page).getByRole('button', { name: 'Print' }).count()).toBe(0);
  });

  test.each([
    ['light', 1_280],
    ['dark', 320],
  ] as const)('axe-core finds nothing (%s, %i pixels)', async (colorScheme, width) => {
    const { page } = await open({
      body: PERSISTENT,
      options: { colorScheme, viewport: { width, height: 640 } },
    });
    await converse(page, ['One?', 'Two?']);
    await page.getByRole('button', { name: MENU }).click();
    await drawer(page).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await drawer(page).getByRole('button', { name: 'Rename “One?”' }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer(page).getByRole('button', { name: 'Delete “One?”' }).click();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('a question’s link is copied, and asks it of the server’s page', async () => {
    const { page, app } = await open({
      options: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    await ask(page, 'Who decides on dams?');
    await page.getByRole('button', { name: 'Copy a link that asks this' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${app}/?question=Who%20decides%20on%20dams%3F`,
    );
  });

  test('the second file runs only with the bytes that the script knows; else the reader is told', async () => {
    const { source, more } = await builtWidget();
    const other = Buffer.concat([more, Buffer.from('\nglobalThis.meddled = true;')]);
    const { page } = await open({ widget: widgetScript(source, other) });
    await ask(page, 'Who decides on dams?');
    await page.locator('.marker').click();
    await page.getByText('That could not be loaded. Reload the page.').first().waitFor();
    expect(await page.evaluate('globalThis.meddled')).toBeUndefined();
  });

  test('it comes where no string may become a script', async () => {
    const { page, complaints } = await open({
      policy: `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`,
      backend: fakeBackend({ events: (): readonly ChatEvent[] => EVENTS }),
    });
    await ask(page, 'Who decides on dams?');
    await page.getByRole('button', { name: MENU }).click();
    await drawer(page).waitFor();
    expect(await page.locator('.answer').textContent()).toBe(ANSWER.answer.replace('[1]', '1'));
    expect(complaints).toEqual([]);
  });
});
