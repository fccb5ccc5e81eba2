import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../../support/axe.js';
import { CHROMIUM, connectToBrowser } from '../../support/browser.js';
import { ANSWER, fakeBackend } from '../../support/fake-backend.js';
import { openPage } from '../../support/open-page.js';
import { runApp } from '../../support/running-app.js';

describe.skipIf(CHROMIUM === undefined)('the page of the interface', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectToBrowser();
  });
  afterAll(() => browser.close());

  test('tries an operation where it stands, whole or as a stream, and asks no other server', async () => {
    const { url } = await runApp(fakeBackend());
    const { page, complaints, requests } = await openPage(browser, `${url}/docs#ask`);
    const form = page.locator('#ask');
    await form.getByRole('button', { name: 'Try it' }).click();
    await form.getByText(/^200 OK/).waitFor();
    expect(JSON.parse(await form.locator('pre').innerText())).toEqual(ANSWER);
    await form
      .getByRole('textbox', { name: 'Body' })
      .fill('{"question": "Who decides?", "stream": true}');
    await form.getByRole('button', { name: 'Try it' }).click();
    await form.getByText('event: answer').waitFor();
    expect(complaints).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(url))).toEqual([]);
  });

  test('fills parameters into the address, and shows what was wrong', async () => {
    const { url } = await runApp(fakeBackend());
    const { page } = await openPage(browser, `${url}/docs#readDocument`);
    const form = page.locator('#readDocument');
    await form.getByRole('textbox', { name: 'id' }).fill('rivers-1999');
    await form.getByRole('button', { name: 'Try it' }).click();
    await form.getByText(/^200 OK/).waitFor();
    await form.getByRole('textbox', { name: 'id' }).fill('a/b');
    await form.getByRole('button', { name: 'Try it' }).click();
    await form.getByText(/^404 Not Found/).waitFor();
    expect(await form.locator('pre').innerText()).toContain('unknown-document');
  });

  test.each(['light', 'dark'] as const)('has no barrier in %s', async (colorScheme) => {
    const { url } = await runApp(fakeBackend());
    const { page } = await openPage(browser, `${url}/docs#ask`, { colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  });
});
