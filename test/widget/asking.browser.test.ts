import { describe, expect, test } from 'vitest';
import type { Answer, ChatReply, Citation } from '../../src/protocol.js';
import { CHROMIUM } from '../support/browser.js';
import { deferred } from '../support/deferred.js';
import { eventsOf } from '../support/events-of.js';
import { ANSWER, CITATION, EVENTS, fakeBackend } from '../support/fake-backend.js';
import { ask, type OpenWidget } from './open-widget.js';
import { useWidget } from './use-widget.js';

const QUESTION = 'Who decides on dams?';
describe.skipIf(CHROMIUM === undefined)('asking in the widget', () => {
  const open = useWidget();
  const answering = (reply: ChatReply): Promise<OpenWidget> =>
    open({ backend: fakeBackend({ events: () => eventsOf(reply) }) });

  test('a question sent with Enter gets its answer; its number opens the paragraph with the quote marked', async () => {
    const { page, app, complaints, requests, site } = await open();
    await ask(page, QUESTION);
    expect(await page.locator('.answer').textContent()).toBe('Dams are built\u2028by consent. 1');
    const marker = page.getByRole('button', {
      name: 'Source 1, Paragraph 2, Declaration on Rivers',
    });
    await marker.click();
    const popover = page.getByRole('dialog', { name: 'Paragraph 2, Declaration on Rivers' });
    expect(await popover.locator('.paragraph').textContent()).toBe(CITATION.text);
    expect(await popover.locator('mark').textContent()).toBe(CITATION.quote);
    const link = popover.getByRole('link', { name: 'Open in the text (opens in a new tab)' });
    expect(await link.getAttribute('href')).toBe(`${app}/documents/rivers-1999?quote=49-75#p2`);
    expect(await link.getAttribute('rel')).toBe('noopener');
    await marker.click();
    expect(await popover.count()).toBe(0);
    await page
      .getByRole('group', { name: 'Sources' })
      .getByRole('button', { name: /Paragraph 2/ })
      .click();
    expect(await popover.locator('mark').textContent()).toBe(CITATION.quote);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(app) && !url.startsWith(site))).toEqual([]);
  });

  test('what stands in brackets and is no number of a citation stays what it is', async () => {
    const { page } = await answering({
      ...ANSWER,
      answer: 'Since [\u20601948], see [2] and [sic]. [1]',
    });
    await ask(page, QUESTION);
    expect(await page.locator('.answer').textContent()).toBe(
      'Since [\u20601948], see [2] and [sic]. 1',
    );
    expect(await page.locator('.marker').count()).toBe(1);
  });

  test('no line begins with a number, however wide the chat is', async () => {
    const { page } = await answering({
      ...(ANSWER as Answer),
      answer:
        'Rivers belong to those who live by them, and dams are built by consent of all. [1][1] Fish.',
    });
    await ask(page, QUESTION);
    const alone = await page.locator('.root').evaluate((root: HTMLElement) => {
      const [first, second] = root.querySelectorAll('.marker');
      const found: number[] = [];
      for (let width = 280; width < 700; width += 4) {
        root.style.inlineSize = `${width}px`;
        const letter = first?.parentElement?.firstChild;
        const range = document.createRange();
        if (letter) range.selectNodeContents(letter);
        const tops = [
          range.getClientRects()[0]?.bottom ?? 0,
          first?.getBoundingClientRect().bottom ?? 0,
          second?.getBoundingClientRect().bottom ?? 0,
        ];
        if (Math.max(...tops) - Math.min(...tops) > 12) found.push(width);
      }
      return found;
    });
    expect(alone).toEqual([]);
    expect(await page.locator('.answer').textContent()).toBe(
      'Rivers belong to those who live by them, and dams are built by consent of all. 11 Fish.',
    );
  });

  test('the answer is shown as it comes, its numbers usable at once', async () => {
    const goOn = deferred();
    const backend = fakeBackend({
      async *events() {
        yield* [...EVENTS.slice(0, 3), { type: 'delta' as const, text: 'by consent. [1] And [' }];
        await goOn.promise;
        yield {
          type: 'answer',
          reply: { ...ANSWER, answer: 'Dams are built\u2028by consent. [1] And [1]' },
        };
      },
    });
    const { page } = await open({ backend });
    await page.getByRole('textbox').fill(QUESTION);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.locator('[data-state=streaming] .marker').focus();
    expect(await page.locator('.answer').textContent()).toBe(
      'Dams are built\u2028by consent. 1 And ',
    );
    goOn.resolve();
    await page.locator('[data-state=answered]').waitFor();
    expect(await page.locator('.answer').textContent()).toBe(
      'Dams are built\u2028by consent. 1 And 1',
    );
    expect(
      await page
        .locator('.marker')
        .first()
        .evaluate((marker) => marker.matches(':focus')),
    ).toBe(true);
  });

  test('how it was written is told below it', async () => {
    const { page } = await answering({
      ...(ANSWER as Answer),
      mode: 'generative',
      query: 'dams consent',
    });
    await ask(page, QUESTION);
    expect(await page.locator('.hint').allTextContents()).toEqual([
      'Written by a language model from the texts.',
      'Searched for: dams consent',
    ]);
  });

  test('what was searched for in its place is shown, and one press asks it as it was typed', async () => {
    const queries = [`Whales? ${QUESTION}`, QUESTION];
    const backend = fakeBackend({
      events: () => eventsOf({ ...ANSWER, query: queries.shift() ?? '' }),
    });
    const { page } = await open({ backend });
    await ask(page, QUESTION);
    await page.getByRole('button', { name: 'Ask as typed' }).click();
    await page.locator('[data-state=answered]').nth(1).waitFor();
    expect(backend.calls.map(({ inquiry }) => inquiry.asTyped)).toEqual([undefined, true]);
    expect(backend.calls[1]?.inquiry.messages.at(-1)?.content).toBe(QUESTION);
    expect(await page.getByRole('button', { name: 'Ask as typed' }).count()).toBe(1);
  });

  test('a follow-up carries the conversation; a new conversation does not', async () => {
    const backend = fakeBackend();
    const { page } = await open({ backend });
    await ask(page, QUESTION);
    await ask(page, 'And on fish?');
    expect(backend.calls[1]?.inquiry.messages).toEqual([
      { role: 'user', content: QUESTION },
      { role: 'assistant', content: ANSWER.answer },
      { role: 'user', content: 'And on fish?' },
    ]);
    await page.getByRole('button', { name: 'New conversation' }).click();
    expect(await page.locator('.turn').count()).toBe(0);
    await ask(page, 'Fresh?');
    expect(backend.calls[2]?.inquiry.messages).toHaveLength(1);
  });

  test('the server proposes questions at the start, each answer some to go on with', async () => {
    const backend = {
      ...fakeBackend({ events: () => eventsOf({ ...ANSWER, suggestions: ['And on fish?'] }) }),
      suggest: () => [QUESTION],
    };
    const { page } = await open({ backend });
    await page
      .getByRole('group', { name: 'For example' })
      .getByRole('button', { name: QUESTION })
      .click();
    await page
      .getByRole('group', { name: 'You could also ask' })
      .getByRole('button', { name: 'And on fish?' })
      .click();
    await page.locator('.turn:last-child[data-state=answered]').waitFor();
    expect(await page.locator('.question').allTextContents()).toEqual([QUESTION, 'And on fish?']);
    expect(await page.getByRole('group', { name: 'For example' }).count()).toBe(0);
  });

  test('Stop stops the work on the server; only what has its source stays', async () => {
    const stopped = deferred();
    const backend = fakeBackend({
      async *events(signal) {
        yield* EVENTS.slice(0, 4);
        yield { type: 'delta', text: ' And half a sen' };
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => {
            resolve();
          });
        });
        stopped.resolve();
      },
    });
    const { page } = await open({ backend });
    await page.getByRole('textbox').fill(QUESTION);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('half a sen').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await stopped.promise;
    await page.locator('[data-state=stopped]').waitFor();
    expect(await page.locator('.answer').textContent()).toBe('Dams are built\u2028by consent. 1');
    expect(await page.locator('.hint').textContent()).toBe(
      'Stopped. Incomplete: the rest did not come.',
    );
    expect(await page.getByRole('group', { name: 'Sources' }).getByRole('button').count()).toBe(1);
    expect(await page.getByRole('textbox').evaluate((field) => field.matches(':focus'))).toBe(true);
  });

  test('an answer is copied with its sources', async () => {
    const { page, app } = await open({
      options: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    await ask(page, QUESTION);
    await page.getByRole('button', { name: 'Copy with sources' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `Dams are built\u2028by consent. [1]\n\n[1] Declaration on Rivers, Paragraph ` +
        `2: “Dams are built by consent.” ${app}/documents/rivers-1999?quote=49-75#p2`,
    );
  });

  test('where the clipboard is closed, copying goes the old way', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.addEventListener('copy', () => {
        const field = document.querySelector('declaration-chat')?.shadowRoot?.activeElement;
        document.title = field instanceof HTMLTextAreaElement ? field.value : '';
      });
    });
    await ask(page, QUESTION);
    await page.getByRole('button', { name: 'Copy with sources' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.title()).toContain('by consent. [1]');
    expect(await page.locator('textarea').count()).toBe(1);
  });

  test('a kept conversation costs a page nothing more until it is looked at', async () => {
    const { page, requests } = await open({
      body: '<main><h1>A page</h1><declaration-chat mode="launcher" persist></declaration-chat></main>',
    });
    const late = (): number => requests.filter((each) => each.includes('widget-more')).length;
    await page.locator('.launcher').click();
    await ask(page, QUESTION);
    await page.locator('.copy').first().waitFor();
    const before = late();
    await page.reload();
    await page.locator('.launcher').waitFor();
    await page.waitForLoadState('networkidle');
    expect(late()).toBe(before);
    await page.locator('.launcher').click();
    await page.locator('.copy').first().waitFor();
    expect(late()).toBeGreaterThan(before);
  });

  test('a conversation outlives a reload where the page wants that, numbers unchanged', async () => {
    const second: Citation = { ...CITATION, number: 2, paragraph: '1' };
    const reply: ChatReply = {
      ...(ANSWER as Answer),
      answer: 'One. [1] Two. [2]',
      citations: [CITATION, second],
    };
    const backend = fakeBackend({ events: () => eventsOf(reply) });
    const { page } = await open({
      backend,
      body: '<main><h1>A page</h1><declaration-chat persist></declaration-chat></main>',
    });
    await ask(page, QUESTION);
    await page.locator('.copy').first().waitFor();
    const before = await page.locator('.turn').textContent();
    await page.reload();
    await page.locator('.copy').first().waitFor();
    expect(await page.locator('.turn').textContent()).toBe(before);
    await ask(page, 'And on fish?');
    expect(backend.calls[1]?.inquiry.messages).toHaveLength(3);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.reload();
    await page.getByRole('textbox').waitFor();
    expect(await page.locator('.turn').count()).toBe(0);
  });

  test('without that wish nothing is stored, and never a cookie', async () => {
    const { page } = await open();
    await ask(page, QUESTION);
    expect(
      await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]),
    ).toEqual([0, 0, '']);
  });

  test('only the documents that the element names are searched', async () => {
    const backend = fakeBackend();
    const { page } = await open({ backend });
    await page.locator('declaration-chat').evaluate((element) => {
      element.setAttribute('documents', 'lakes-2001');
    });
    await ask(page, QUESTION);
    expect(backend.calls[0]?.inquiry.documents).toEqual(['lakes-2001']);
  });

  test('Shift and Enter begins a line, composing does not send, and the field grows', async () => {
    const backend = fakeBackend();
    const { page } = await open({ backend });
    const field = page.getByRole('textbox');
    const height = async (): Promise<number> => (await field.boundingBox())?.height ?? 0;
    const low = await height();
    await field.fill('Who');
    await field.press('Shift+Enter');
    await field.press('Shift+Enter');
    expect(await field.inputValue()).toBe('Who\n\n');
    expect(await height()).toBeGreaterThan(low + 30);
    await field.evaluate((element) => {
      element.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          isComposing: true,
          bubbles: true,
          cancelable: true,
        }),
      );
      element.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          keyCode: 229,
          bubbles: true,
          cancelable: true,
        }),
      );
    });
    await field.fill('  ');
    await field.press('Enter');
    expect(await page.locator('.turn').count()).toBe(0);
    await ask(page, 'Who?');
    expect(backend.calls).toHaveLength(1);
    expect(await field.inputValue()).toBe('');
    expect(await height()).toBe(low);
  });

  test('a question that is too long is told, not cut and not sent', async () => {
    const backend = fakeBackend();
    const { page } = await open({ backend });
    const field = page.getByRole('textbox');
    await field.fill('x'.repeat(4_007));
    await field.press('Enter');
    expect(await page.locator('.advice').textContent()).toBe('Too long by 7 characters.');
    expect(await page.getByRole('status').textContent()).toBe('Too long by 7 characters.');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('x'.repeat(4_000));
    expect(await page.locator('.advice').textContent()).toBe('');
    await field.press('Enter');
    await page.locator('[data-state=answered]').waitFor();
    expect(backend.calls).toHaveLength(1);
  });

  test('the newest stays in sight unless the reader has scrolled away, and can be gone back to', async () => {
    const long: ChatReply = {
      ...(ANSWER as Answer),
      answer: `${'Dams are built by consent. '.repeat(300)}[1]`,
    };
    const { page } = await answering(long);
    await ask(page, 'First?');
    const newest = page.getByRole('button', { name: 'To the newest' });
    await ask(page, 'Second?');
    await expect
      .poll(() =>
        page
          .getByRole('heading', { name: 'Second?' })
          .evaluate((heading) => heading.getBoundingClientRect().top),
      )
      .toBeLessThan(200);
    expect(await newest.count()).toBe(0);
    await page.locator('.log').evaluate((log) => {
      log.scrollTop = 0;
    });
    await newest.waitFor();
    await page.locator('.log').evaluate((log) => {
      log.querySelector('.turn:last-child')?.append('More words.');
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    expect(await page.locator('.log').evaluate((log) => log.scrollTop)).toBe(0);
    await newest.click();
    await newest.waitFor({ state: 'hidden' });
    expect(
      await page
        .getByRole('heading', { name: 'Second?' })
        .evaluate((heading) => heading.getBoundingClientRect().top),
    ).toBeLessThan(200);
  });
});
