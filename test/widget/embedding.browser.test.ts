import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type {} from '../../src/widget/declaration-chat-element.js';
import { aWidget } from '../support/a-widget.js';
import { builtWidget, CHROMIUM } from '../support/browser.js';
import { deferred } from '../support/deferred.js';
import { ANSWER, CITATION, EVENTS, fakeBackend } from '../support/fake-backend.js';
import { ask, INLINE, LAUNCHER, ONE_LINE, PERMISSIVE } from './open-widget.js';
import { useWidget } from './use-widget.js';

/** What all that a page loads of the widget may weigh, compressed, and what comes when it is used. */
const MAX_GZIPPED_BYTES = 22 * 1024;
const MAX_LATE_GZIPPED_BYTES = 12 * 1024;
const QUESTION = 'Who decides on dams?';

/**
 * Starts to watch; what is returned tells what has moved since the page began, the widget's own
 * parts included.
 */
async function layoutShifts(page: Page): Promise<() => Promise<readonly unknown[]>> {
  const seen = await page.evaluateHandle(() => {
    const entries: unknown[] = [];
    new PerformanceObserver((list) =>
      entries.push(...list.getEntries().map((entry) => entry.toJSON() as unknown)),
    ).observe({ type: 'layout-shift', buffered: true });
    return entries;
  });
  return async () => {
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    return seen.jsonValue();
  };
}

test('the widget is one script of at most 22 KB, gzipped, and 12 KB with the first question', async () => {
  const { more } = await builtWidget();
  expect(gzipSync(more, { level: 9 }).length).toBeLessThanOrEqual(MAX_LATE_GZIPPED_BYTES);
  expect(gzipSync((await builtWidget()).source, { level: 9 }).length).toBeLessThanOrEqual(
    MAX_GZIPPED_BYTES,
  );
});

describe.skipIf(CHROMIUM === undefined)('the widget in a page of another origin', () => {
  const open = useWidget();

  test('one line puts a launcher on the page, and nothing of the page moves', async () => {
    const { page, complaints } = await open({
      body: LAUNCHER,
      options: { reducedMotion: 'no-preference' },
    });
    const shifts = await layoutShifts(page);
    const heading = await page.getByRole('heading', { name: 'A page' }).boundingBox();
    await page.getByRole('button', { name: 'Ask the texts' }).click();
    await page.getByRole('dialog', { name: 'Ask the texts' }).waitFor();
    await ask(page, QUESTION);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Ask the texts' }).waitFor();
    expect(await shifts()).toEqual([]);
    expect(await page.getByRole('heading', { name: 'A page' }).boundingBox()).toEqual(heading);
    expect(complaints).toEqual([]);
  });

  test('an element in a page that keeps its room free moves nothing either', async () => {
    const body = `<style>declaration-chat { min-height: 640px; display: block }</style>${INLINE}<p>Below</p>`;
    const { page } = await open({ body, policy: PERMISSIVE });
    const shifts = await layoutShifts(page);
    await ask(page, QUESTION);
    expect(await shifts()).toEqual([]);
  });

  test('the script twice is one launcher; a page with an element of its own gets none', async () => {
    const twice = await open({
      head: ONE_LINE + ONE_LINE.replace('async', 'defer'),
      body: LAUNCHER,
    });
    await twice.page.getByRole('button', { name: 'Ask the texts' }).waitFor();
    expect(await twice.page.locator('declaration-chat').count()).toBe(1);
    const own = await open({ head: ONE_LINE.replace('async', '') + ONE_LINE });
    await own.page.getByRole('textbox').waitFor();
    expect(await own.page.locator('declaration-chat').count()).toBe(1);
    expect(await own.page.locator('.launcher').count()).toBe(0);
    expect([...twice.complaints, ...own.complaints]).toEqual([]);
  });

  test('what stands on the script tag as data passes to the launcher', async () => {
    const { page } = await open({
      head: ONE_LINE.replace(
        'async',
        'async data-title="Rivers" data-position="top-left" data-lang="ru" data-suggestions="Who?"',
      ),
      body: LAUNCHER,
    });
    const launcher = page.getByRole('button', { name: 'Rivers' });
    expect(await launcher.boundingBox()).toMatchObject({ x: 20, y: 20 });
    await launcher.click();
    await page
      .getByRole('group', { name: 'Например' })
      .getByRole('button', { name: 'Who?' })
      .waitFor();
  });

  test('the versioned address with its hash loads; another file under that hash does not', async () => {
    const { versionedPath, integrity } = await builtWidget();
    const line = (hash: string): string =>
      `<script src="{HOST}${versionedPath}" integrity="${hash}" crossorigin="anonymous" async></script>`;
    const good = await open({ head: line(integrity), body: LAUNCHER });
    await good.page.getByRole('button', { name: 'Ask the texts' }).waitFor();
    expect(good.complaints).toEqual([]);
    const bad = await open({
      head: line(aWidget().integrity),
      body: LAUNCHER,
    });
    expect(await bad.page.locator('declaration-chat').count()).toBe(0);
  });

  test('a page that allows no string to become markup or script is no obstacle', async () => {
    const { page, complaints } = await open({
      policy:
        "default-src 'none'; script-src {HOST}; connect-src {HOST}; require-trusted-types-for " +
        "'script'; trusted-types 'none'",
    });
    await ask(page, QUESTION);
    await page.locator('.marker').click();
    await page.locator('.popover').waitFor();
    expect(complaints).toEqual([]);
  });

  test('attributes count at once, and the conversation and the draft outlive them', async () => {
    const { page, app } = await open();
    await ask(page, QUESTION);
    await page.getByRole('textbox').fill('A draft');
    const set = (attributes: Readonly<Record<string, string>>): Promise<void> =>
      page.locator('declaration-chat').evaluate((element, wanted) => {
        for (const [name, value] of Object.entries(wanted)) element.setAttribute(name, value);
      }, attributes);
    await set({
      title: 'Rivers',
      greeting: 'Welcome',
      placeholder: 'Write here',
      theme: 'dark',
      server: `${app}/`,
    });
    await page.getByRole('heading', { name: 'Rivers' }).waitFor();
    expect(await page.locator('.greeting').textContent()).toBe('Welcome');
    expect(await page.getByRole('textbox').getAttribute('placeholder')).toBe('Write here');
    expect(await page.locator('.root').evaluate((root) => getComputedStyle(root).colorScheme)).toBe(
      'dark',
    );
    await set({ lang: 'zh' });
    await page.getByRole('textbox', { name: '您的问题' }).waitFor();
    expect(await page.getByRole('group', { name: '来源' }).count()).toBe(1);
    await set({ strings: '{"question":"Question"}', lang: 'fr' });
    await page.getByRole('textbox', { name: 'Question' }).waitFor();
    await set({ mode: 'launcher', position: 'bottom-left' });
    await page.getByRole('dialog', { name: 'Rivers' }).waitFor();
    expect(await page.locator('.turn').count()).toBe(1);
    expect(await page.getByRole('textbox').inputValue()).toBe('A draft');
    await page
      .locator('declaration-chat')
      .evaluate((element: HTMLElementTagNameMap['declaration-chat']) => {
        element.strings = { question: 'Frage' };
      });
    await page.getByRole('textbox', { name: 'Frage' }).waitFor();
  });

  test('methods do what they say, and events tell of it up to the document', async () => {
    const { page, app } = await open({ body: LAUNCHER, head: '', policy: PERMISSIVE });
    const told = await page.evaluateHandle(() => {
      const events: string[] = [];
      for (const name of [
        'ready',
        'open',
        'close',
        'question',
        'answer',
        'citation-click',
        'error',
      ]) {
        document.addEventListener(name, (event) => {
          if (event instanceof CustomEvent) events.push(`${name} ${JSON.stringify(event.detail)}`);
        });
      }
      return events;
    });
    // Made before its class is there, with wordings of its own.
    await page.evaluate(
      (source) =>
        new Promise((resolve) => {
          const element = document.createElement('declaration-chat');
          element.setAttribute('mode', 'launcher');
          element.strings = { close: 'Shut' };
          element.addEventListener('ready', resolve);
          document.body.append(element);
          const line = document.createElement('script');
          line.src = source;
          document.head.append(line);
        }),
      `${app}/widget.js`,
    );
    await page
      .locator('declaration-chat')
      .evaluate(async (element: HTMLElementTagNameMap['declaration-chat']) => {
        element.toggle();
        element.toggle();
        element.close();
        await element.ask('  Who decides on dams?  ');
        await element.ask(' ');
        element.shadowRoot?.querySelector<HTMLElement>('.marker')?.click();
        element.open();
        element.setAttribute('documents', 'nothing');
        await Promise.resolve();
        await element.ask('And fish?');
        element.clear();
        element.toggle();
      });
    expect(await page.locator('.turn').count()).toBe(0);
    expect(await page.locator('[part=close]').getAttribute('aria-label')).toBe('Shut');
    const detail = 'documents[0]: there is no document "nothing". GET /api/documents lists them.';
    expect(await told.jsonValue()).toEqual([
      'ready null',
      'open null',
      'close null',
      'open null',
      `question ${JSON.stringify({ question: QUESTION })}`,
      `answer ${JSON.stringify({ question: QUESTION, reply: ANSWER })}`,
      `citation-click ${JSON.stringify(CITATION)}`,
      'question {"question":"And fish?"}',
      `error ${JSON.stringify({ kind: 'invalid', code: 'unknown-document', detail })}`,
      'close null',
    ]);
  });

  test('two widgets on a page know nothing of each other', async () => {
    const backend = fakeBackend();
    const body =
      '<main><h1>A page</h1><declaration-chat id="a" title="One" persist documents="rivers-1999">' +
      '</declaration-chat><declaration-chat ' +
      'id="b" title="Two" lang="ru" theme="dark" persist></declaration-chat></main>';
    const { page, complaints } = await open({ backend, body });
    const [one, two] = [page.locator('#a'), page.locator('#b')];
    await one.getByRole('textbox').fill(QUESTION);
    await one.getByRole('textbox').press('Enter');
    await one.locator('[data-state=answered]').waitFor();
    await one.locator('.marker').click();
    expect([
      await two.locator('.turn').count(),
      await two.locator('.popover:not([hidden])').count(),
    ]).toEqual([0, 0]);
    await two.getByRole('textbox', { name: 'Ваш вопрос' }).fill('А рыба?');
    await two.getByRole('textbox').press('Enter');
    await two.locator('[data-state=answered]').waitFor();
    expect(
      backend.calls.map(({ inquiry }) => [inquiry.messages.length, inquiry.documents]),
    ).toEqual([
      [1, ['rivers-1999']],
      [1, undefined],
    ]);
    await page.reload();
    await two.locator('.turn').waitFor();
    expect(await one.locator('.question').allTextContents()).toEqual([QUESTION]);
    expect(await two.locator('.question').allTextContents()).toEqual(['А рыба?']);
    expect(complaints).toEqual([]);
  });

  test('taken out of the page it stops asking; put back, it goes on; moved, it does not stop', async () => {
    const stopped = deferred();
    const asked = deferred();
    let isFirst = true;
    const backend = fakeBackend({
      async *events(signal) {
        if (!isFirst) yield* EVENTS;
        isFirst = false;
        yield* EVENTS.slice(0, 3);
        asked.resolve();
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => {
            resolve();
          });
        });
        stopped.resolve();
      },
    });
    const { page, complaints } = await open({ backend });
    await page.getByRole('textbox').fill(QUESTION);
    await page.getByRole('textbox').press('Enter');
    await asked.promise;
    await page.locator('.turn .answer', { hasText: 'Dams' }).waitFor();
    const element = await page.locator('declaration-chat').evaluateHandle((chat) => chat);
    await element.evaluate(async (chat) => {
      document.querySelector('h1')?.before(chat);
      await Promise.resolve();
    });
    expect(await page.locator('[data-state=streaming]').count()).toBe(1);
    await element.evaluate((chat) => {
      chat.parentNode?.removeChild(chat);
    });
    await stopped.promise;
    await element.evaluate((chat) => {
      document.querySelector('main')?.append(chat);
    });
    await page.locator('[data-state=stopped]').waitFor();
    await ask(page, QUESTION);
    expect(await page.locator('.turn').last().getAttribute('data-state')).toBe('answered');
    expect(complaints).toEqual([]);
  });

  test('what is typed in it is no shortcut of the page’s', async () => {
    const { page } = await open();
    await page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => {
        document.title += key;
      });
    });
    await page.getByRole('textbox').pressSequentially('s?');
    await page.getByRole('textbox').press('Enter');
    await page.locator('[data-state=answered]').waitFor();
    expect(await page.title()).toBe('A page');
  });
});
