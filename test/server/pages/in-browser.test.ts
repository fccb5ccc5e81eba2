import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatEvent, ChatReply } from '../../../src/protocol.js';
import { findChromium, launchChromium, type Chromium, type Page } from '../../support/chromium.js';
import { deferred } from '../deferred.js';
import { ANSWER, CITATION, EVENTS, PASSAGE, aDocument, fakeBackend } from '../fake-backend.js';
import { runApp, type RunningApp } from '../running-app.js';

const EVIL = `<img src=x onerror="window.pwned = 1"><script>window.pwned = 1</script>`;
const ABSTENTION: ChatReply = { id: 'r', answer: 'The texts do not say this.', answered: false, mode: 'extractive', query: 'q', citations: [], nearest: [PASSAGE] };

const executable = findChromium();
if (executable === undefined) console.warn('SKIPPED: the browser tests of the pages, for want of a Chromium. Install one, or set CHROMIUM_PATH.');

const IDLE = `document.getElementById('stop').hidden && document.querySelector('.turn')`;
const text = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})?.textContent`;

describe.skipIf(executable === undefined)('in a browser', () => {
  let chromium: Chromium;
  beforeAll(() => {
    chromium = launchChromium(executable ?? '');
  });
  afterAll(() => chromium.close());

  async function open(app: RunningApp, path = '/'): Promise<Page> {
    const page = await chromium.newPage();
    await page.goto(app.url + path);
    return page;
  }

  async function ask(page: Page, question: string): Promise<void> {
    await page.evaluate(`document.getElementById('question').focus()`);
    await page.type(question);
    await page.press('Enter');
    await page.until(`(${text('.turn:last-child h2')} === ${JSON.stringify(question)}) && ${IDLE}`);
  }

  test('a question typed and sent with Enter gets its answer; a number opens its paragraph with the quote marked', async () => {
    const app = await runApp(fakeBackend());
    const page = await open(app);
    await ask(page, 'Who decides on dams?');
    expect(await page.evaluate(text('.turn .answer'))).toBe('Dams are built\u2028by consent. 1');
    expect(await page.evaluate(`document.querySelector('.sources details').open`)).toBe(false);
    await page.evaluate(`document.querySelector('.answer .marker').click()`);
    expect(await page.evaluate(`document.querySelector('.sources details').open`)).toBe(true);
    expect(await page.evaluate(text('.sources mark'))).toBe(CITATION.quote);
    expect(await page.evaluate(text('.sources .whole p'))).toBe(CITATION.text);
    expect(await page.evaluate(`document.querySelector('.sources .whole a').getAttribute('href')`)).toBe(CITATION.url);
    expect(await page.evaluate(`document.activeElement.tagName`)).toBe('SUMMARY');
    expect(await page.evaluate(text('#status'))).toContain('Dams are built');
    expect(page.complaints).toEqual([]);
    expect(page.requests.filter((url) => !url.startsWith(app.url))).toEqual([]);
  });

  test('a follow-up carries the conversation; a new conversation does not', async () => {
    const backend = fakeBackend();
    const page = await open(await runApp(backend));
    await ask(page, 'Who decides on dams?');
    await ask(page, 'And on fish?');
    expect(backend.calls[1]?.inquiry.messages).toEqual([
      { role: 'user', content: 'Who decides on dams?' },
      { role: 'assistant', content: ANSWER.answer.trim() },
      { role: 'user', content: 'And on fish?' },
    ]);
    await page.evaluate(`document.getElementById('restart').click()`);
    await ask(page, 'Fresh?');
    expect(backend.calls[2]?.inquiry.messages).toHaveLength(1);
  });

  test('an abstention looks like none of the answers, and shows the nearest paragraphs', async () => {
    const events: readonly ChatEvent[] = [{ type: 'delta', text: ABSTENTION.answer }, { type: 'answer', reply: ABSTENTION }];
    const page = await open(await runApp(fakeBackend({ events: () => events })));
    await ask(page, 'What is the weather?');
    expect(await page.evaluate(text('.abstention .answer'))).toBe(ABSTENTION.answer);
    expect(await page.evaluate(text('.sources h3'))).toBe('Nearest paragraphs');
    expect(await page.evaluate(text('.sources .preview'))).toBe(PASSAGE.text);
  });

  test('a failure is told with its reason, and the question can be asked again', async () => {
    let fails = true;
    const backend = fakeBackend({
      *events() {
        yield* EVENTS.slice(0, 3);
        if (fails) throw new Error('secret');
        yield* EVENTS.slice(3);
      },
    });
    const page = await open(await runApp(backend));
    await ask(page, 'Who decides on dams?');
    expect(await page.evaluate(text('.failure .verdict'))).toBe('Something went wrong on the server');
    fails = false;
    await page.evaluate(`document.querySelector('.failure button').click()`);
    await page.until(`${text('.turn .answer')} === 'Dams are built\\u2028by consent. 1' && ${IDLE}`);
    expect(await page.evaluate(`document.querySelectorAll('.turn').length`)).toBe(1);
    expect(backend.calls[1]?.inquiry.messages).toHaveLength(1);
  });

  test('Stop stops the work on the server', async () => {
    const stopped = deferred();
    const backend = fakeBackend({
      async *events(signal) {
        yield* EVENTS.slice(0, 3);
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => {
            resolve();
          });
        });
        stopped.resolve();
      },
    });
    const page = await open(await runApp(backend));
    await page.evaluate(`document.getElementById('question').focus()`);
    await page.type('Who decides on dams?');
    await page.press('Enter');
    await page.until(`${text('.turn .answer')}?.includes('Dams')`);
    await page.evaluate(`document.getElementById('stop').click()`);
    await stopped.promise;
    await page.until(`${text('.hint')} === 'Stopped.'`);
  });

  test('a text that is not ticked is not searched', async () => {
    const backend = fakeBackend();
    const page = await open(await runApp(backend));
    await page.evaluate(`document.getElementById('text-0').click()`);
    await ask(page, 'Who decides on dams?');
    expect(backend.calls[0]?.inquiry.documents).toEqual(['lakes-2001']);
  });

  test('nothing from the texts, the question or the answer becomes markup, anywhere', async () => {
    const hostile = { ...aDocument({ id: 'evil', title: EVIL, lines: [`1. ${EVIL}`] }), place: EVIL };
    const citation = { ...CITATION, documentTitle: EVIL, section: [EVIL], text: `a ${EVIL} b`, quote: EVIL, paragraph: EVIL };
    const answer = `${EVIL} **${EVIL}** [1]`;
    const events: readonly ChatEvent[] = [
      { type: 'passages', query: EVIL, passages: [] },
      { type: 'citation', citation },
      { type: 'delta', text: answer },
      { type: 'answer', reply: { id: 'r', answered: true, mode: 'extractive', answer, query: `${EVIL}!`, citations: [citation] } },
    ];
    const app = await runApp({ ...fakeBackend({ documents: [hostile], events: () => events }), exampleQuestions: [EVIL] });
    for (const path of [`/?question=${encodeURIComponent(EVIL)}`, '/documents/evil']) {
      const page = await open(app, path);
      if (path.startsWith('/?')) await page.until(IDLE);
      expect(await page.evaluate(`document.querySelectorAll('img, script:not([src^="/assets/"])').length`)).toBe(0);
      expect(await page.evaluate('window.pwned')).toBeUndefined();
      expect(await page.evaluate('document.body.textContent.includes("onerror")')).toBe(true);
      expect(page.complaints).toEqual([]);
    }
  });

  test('the fragment marks its paragraph and brings it into sight', async () => {
    const lines = Array.from({ length: 80 }, (_, at) => `${at + 1}. Rivers belong to those who live by them, number ${at + 1}.`);
    const page = await open(await runApp(fakeBackend({ documents: [aDocument({ id: 'long', lines })] })), '/documents/long#p60');
    expect(await page.evaluate(`document.querySelector(':target').id`)).toBe('p60');
    const ground = (selector: string): string => `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).backgroundColor`;
    expect(await page.evaluate(ground('#p60'))).not.toBe(await page.evaluate(ground('#p59')));
    const top = await page.evaluate(`new Promise((resolve) => requestAnimationFrame(() => resolve(document.getElementById('p60').getBoundingClientRect().top)))`);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(600);
    expect(page.complaints).toEqual([]);
  });

  test.each(['/?question=dams', '/documents/rivers-1999', '/problems', '/nothing'])('%s fits a screen of 320 pixels', async (path) => {
    const long = aDocument({ id: 'rivers-1999', title: 'Donaudampfschifffahrtsgesellschaft'.repeat(3), lines: [`1. ${'x'.repeat(300)}`] });
    const page = await chromium.newPage();
    await page.resize(320, 640);
    const app = await runApp(fakeBackend({ documents: [long] }));
    await page.goto(app.url + path);
    if (path.startsWith('/?')) await page.until(IDLE);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  });
});
