import { describe, expect, test } from 'vitest';
import { axeViolations } from '../../support/axe.js';
import { CHROMIUM } from '../../support/browser.js';
import { useBrowser } from '../../support/use-browser.js';
import { aDocument, fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { openPage, type OpenPage } from '../../support/open-page.js';
import { runApp } from '../../support/running-app.js';

const COUNT = 120;

/** `text-1` to `text-120`; the last is one that nobody sees at first. */
function manyTexts(): FakeBackend {
  const documents = Array.from({ length: COUNT }, (_, at) =>
    aDocument({
      id: `text-${at + 1}`,
      title: at + 1 === COUNT ? 'Déclaration de Genève' : `Declaration ${at + 1}`,
      lines: ['1. One.'],
    }),
  );
  return fakeBackend({ documents });
}

describe.skipIf(CHROMIUM === undefined)('the home page of very many texts', () => {
  const atHand = useBrowser();

  async function open(
    backend: FakeBackend,
    { path = '/', javaScriptEnabled = true } = {},
  ): Promise<OpenPage> {
    const { url } = await runApp(backend, { widget: atHand().widget });
    return openPage(atHand().browser, url + path, { javaScriptEnabled });
  }

  test('lists the first of them; one is found by its words, as they are typed, without accents', async () => {
    const { page, complaints } = await open(manyTexts());
    const boxes = page.locator('.texts li:not([hidden]) input');
    expect(await boxes.count()).toBeLessThan(COUNT / 2);
    await page.getByRole('searchbox', { name: 'Find a text' }).fill('geneve DECL');
    await page.getByRole('checkbox', { name: 'Déclaration de Genève' }).waitFor();
    expect(await boxes.count()).toBe(1);
    await page.getByRole('searchbox').fill('nothing of that name');
    await page.getByRole('status').filter({ hasText: 'No text is called that.' }).waitFor();
    await page.getByRole('searchbox').fill('');
    await page
      .locator('.texts li:not([hidden])')
      .nth(COUNT - 1)
      .waitFor();
    expect(complaints).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('all are searched until some are ticked, and again when none is', async () => {
    const backend = manyTexts();
    const { page } = await open(backend);
    const ask = async (question: string): Promise<void> => {
      await page.getByRole('textbox', { name: 'Your question' }).fill(question);
      await page.keyboard.press('Enter');
      await page.getByText(question, { exact: true }).waitFor();
      await page.getByText('Word for word from the texts.').last().waitFor();
    };
    await ask('All?');
    const third = page.getByRole('checkbox', { name: 'Declaration 3', exact: true });
    await third.check();
    await ask('The third?');
    await third.uncheck();
    await ask('All again?');
    expect(backend.calls.map(({ inquiry }) => inquiry.documents)).toEqual([
      undefined,
      ['text-3'],
      undefined,
    ]);
  });

  test('by keyboard the rest is listed, and one goes on where the list did', async () => {
    const { page } = await open(manyTexts());
    const listed = await page.locator('.texts li').count();
    await page.getByRole('link', { name: `Show all ${COUNT} texts` }).focus();
    await page.keyboard.press('Enter');
    await page
      .locator('.texts li')
      .nth(COUNT - 1)
      .waitFor();
    const isNext = `document.activeElement.value === 'text-${listed + 1}'`;
    await page.waitForFunction(isNext);
    expect(await page.getByRole('link', { name: /^Show all/u }).count()).toBe(0);
    expect(await page.locator('.texts li').count()).toBe(COUNT);
  });

  test('a link that names a text further down has it ticked', async () => {
    const backend = manyTexts();
    const { page } = await open(backend, { path: '/?question=What%3F&documents=text-120' });
    await page.getByText('Word for word from the texts.').waitFor();
    expect(backend.calls[0]?.inquiry.documents).toEqual(['text-120']);
    expect(await page.getByRole('checkbox', { name: 'Déclaration de Genève' }).isChecked()).toBe(
      true,
    );
  });

  test('without scripts all are a page of their own', async () => {
    const { page } = await open(manyTexts(), { javaScriptEnabled: false });
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    await page.getByRole('link', { name: `Show all ${COUNT} texts` }).click();
    await page.waitForURL(/texts=all/u);
    expect(await page.locator('.texts li').count()).toBe(COUNT);
  });

  test('programs are shown to their page', async () => {
    const { page } = await open(fakeBackend());
    await page.getByRole('link', { name: 'For programs: the interface, to try' }).click();
    await page.waitForURL(/\/docs$/u);
  });
});
