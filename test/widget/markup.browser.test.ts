import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CHROMIUM } from '../support/browser.js';
import type { ChatEvent, Citation } from '../../src/protocol.js';
import { CITATION, fakeBackend } from '../support/fake-backend.js';
import { INLINE, PERMISSIVE, type OpenWidget, type Site } from './open-widget.js';
import { useWidget } from './use-widget.js';

/** One a line; what would run sets `window.pwned`, what would be fetched is of evil.invalid. */
const VECTORS = readFileSync(new URL('markup-vectors.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
/** All that the widget ever makes. */
const ELEMENTS =
  'bdi a article button div form h2 h3 header i li mark ol p path section span strong svg textarea ul';

/** Whatever is asked comes back in every field of the reply. */
function echo(question: string, isAnswered: boolean): readonly ChatEvent[] {
  const place = {
    documentId: question,
    documentTitle: question,
    paragraph: question,
    section: [question, question],
    text: `before ${question} after`,
    url: question,
  };
  const citation: Citation = { ...CITATION, ...place, number: 1, quote: question };
  const common = {
    id: question,
    mode: 'extractive' as const,
    query: `${question} ?`,
    suggestions: [question],
  };
  return [
    { type: 'citation', citation },
    { type: 'delta', text: `${question} [1]` },
    {
      type: 'answer',
      reply: isAnswered
        ? { ...common, answered: true, answer: `${question} [1]`, citations: [citation] }
        : {
            ...common,
            answered: false,
            answer: question,
            citations: [],
            nearest: [{ ...place, score: 1, quote: question, start: 0, end: question.length }],
          },
    },
  ];
}

/**
 * Asks each question, opens all that can be opened, and tells what stands in the widget that it did
 * not make itself.
 */
function askAll(
  page: Page,
  { server, questions }: { readonly server: string; readonly questions: readonly string[] },
): Promise<readonly string[]> {
  return page.locator('declaration-chat').evaluate(
    async (element: HTMLElementTagNameMap['declaration-chat'], { all, known, server }) => {
      const shadow = element.shadowRoot;
      const strange: string[] = [];
      for (const question of all) {
        element.clear();
        await element.ask(question);
        for (const opener of shadow?.querySelectorAll<HTMLElement>('.marker, .place') ?? []) {
          opener.click();
        }
        for (const inner of shadow?.querySelectorAll('*') ?? []) {
          if (!known.includes(inner.localName)) strange.push(`${question}: ${inner.localName}`);
          for (const { name, value } of inner.attributes) {
            if (name.startsWith('on') || name === 'style' || name === 'src' || name === 'srcdoc') {
              strange.push(`${question}: ${name}="${value}"`);
            }
            if (name === 'href' && !value.startsWith(`${server}/`)) {
              strange.push(`${question}: ${value}`);
            }
          }
        }
        if (!shadow?.textContent.includes(question)) {
          strange.push(`${question}: is not shown as it is`);
        }
      }
      return strange;
    },
    { all: questions, known: ELEMENTS.split(' '), server },
  );
}

test('there are at least 200 vectors, none of them twice', () => {
  expect(new Set(VECTORS).size).toBe(VECTORS.length);
  expect(VECTORS.length).toBeGreaterThanOrEqual(200);
});

describe.skipIf(CHROMIUM === undefined)(
  'nothing that comes from people, documents or models becomes markup',
  () => {
    const openUnder = useWidget();
    // Nothing but the widget itself must hold: the page's policy allows everything.
    const open = (site: Partial<Site> = {}): Promise<OpenWidget> =>
      openUnder({ policy: PERMISSIVE, ...site });

    async function expectHarmless(
      { page, requests, complaints, app, site }: OpenWidget,
      questions: readonly string[],
    ): Promise<void> {
      expect(await askAll(page, { server: app, questions })).toEqual([]);
      expect(await page.evaluate('window.pwned')).toBeUndefined();
      expect(
        requests.filter((url) => !url.startsWith(`${app}/`) && !url.startsWith(`${site}/`)),
      ).toEqual([]);
      expect(complaints).toEqual([]);
      expect(page.url()).toBe(`${site}/`);
    }

    test.each([true, false])(
      'through question, answer, title, section, paragraph, quote, address, suggestion (answered: %j)',
      async (isAnswered) => {
        const backend = fakeBackend();
        const opened = await open({
          backend: {
            ...backend,
            async *answer({ messages }) {
              await Promise.resolve();
              yield* echo(messages.at(-1)?.content ?? '', isAnswered);
            },
          },
        });
        await opened.page.getByRole('textbox').waitFor();
        await expectHarmless(opened, VECTORS);
      },
    );

    test('through the text of errors', async () => {
      const opened = await open();
      await opened.page.route('**/api/chat', (route) => {
        const { messages } = route.request().postDataJSON() as {
          readonly messages: readonly { readonly content: string }[];
        };
        const words = messages.at(-1)?.content ?? '';
        const problem = {
          type: words,
          title: words,
          status: 400,
          detail: `Because: ${words}`,
          code: words,
        };
        return route.fulfill({
          headers: { 'access-control-allow-origin': '*' },
          contentType: 'text/event-stream',
          body: `event: error\ndata: ${JSON.stringify(problem)}\n\n`,
        });
      });
      await opened.page.getByRole('textbox').waitFor();
      await expectHarmless(opened, VECTORS);
    });

    test('through the server’s suggestions, attributes and wordings', async () => {
      const opened = await open({
        backend: { ...fakeBackend(), suggest: () => VECTORS.slice(0, 4) },
      });
      await opened.page.locator('.suggestion').first().waitFor();
      await opened.page
        .locator('declaration-chat')
        .evaluate(async (element: HTMLElementTagNameMap['declaration-chat'], vectors) => {
          for (const vector of vectors) {
            for (const name of [
              'title',
              'greeting',
              'placeholder',
              'suggestions',
              'position',
              'theme',
              'lang',
            ]) {
              element.setAttribute(name, vector);
            }
            element.setAttribute(
              'strings',
              JSON.stringify({
                ask: vector,
                examples: vector,
                source: vector,
                openInText: vector,
                lang: vector,
              }),
            );
            await Promise.resolve();
          }
          for (const name of ['title', 'suggestions', 'strings', 'lang']) {
            element.removeAttribute(name);
          }
        }, VECTORS);
      await expectHarmless(opened, ['Who decides on dams?']);
    });

    test('through what lies in storage', async () => {
      const body = INLINE.replace('<declaration-chat', '<declaration-chat persist');
      const opened = await open({ body });
      await opened.page.getByRole('textbox').waitFor();
      const turns = VECTORS.slice(0, 25).map((vector) => ({
        question: vector,
        reply: (echo(vector, true).at(-1) as Extract<ChatEvent, { type: 'answer' }>).reply,
      }));
      await opened.page.evaluate(
        ([key, stored]) => {
          localStorage.setItem(key, stored);
        },
        [
          `declaration-chat ${opened.app}`,
          JSON.stringify({
            version: 2,
            current: 'a',
            conversations: [{ id: 'a', title: VECTORS[0], changedAt: 1, turns }],
          }),
        ] as const,
      );
      await opened.page.reload();
      expect(await opened.page.locator('.question').allTextContents()).toEqual(
        VECTORS.slice(0, 25),
      );
      await expectHarmless(opened, ['Who decides on dams?']);
    });
  },
);
