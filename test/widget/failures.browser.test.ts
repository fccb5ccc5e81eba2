import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CHROMIUM } from '../support/browser.js';
import { deferred } from '../support/deferred.js';
import { ANSWER, CITATION, EVENTS, fakeBackend } from '../support/fake-backend.js';
import { ask, INLINE, PERMISSIVE, type OpenWidget } from './open-widget.js';
import { runSite } from '../support/run-site.js';
import { useWidget } from './use-widget.js';

const QUESTION = 'Who decides on dams?';
/** Longer than the widget waits for a server that says nothing. */
const LONG_MS = 46_000;

describe.skipIf(CHROMIUM === undefined)('where no answer comes', () => {
  const open = useWidget();
  const told = (page: Page): Promise<readonly string[]> =>
    page.locator('.failure p').allTextContents();

  /** A server that is not ours; it takes every page's questions and replies to them as it likes. */
  async function openBeside(
    reply: (req: IncomingMessage, res: ServerResponse) => void,
  ): Promise<OpenWidget> {
    const other = await runSite((req, res) => {
      res
        .setHeader('access-control-allow-origin', '*')
        .setHeader('access-control-allow-headers', '*');
      if (req.method === 'POST') reply(req, res);
      else res.writeHead(req.url === '/widget.js' || req.method === 'OPTIONS' ? 200 : 404).end();
    });
    return open({
      body: INLINE.replace(
        '<declaration-chat',
        `<declaration-chat server="${other}" suggestions=""`,
      ),
      policy: PERMISSIVE,
    });
  }

  test('a server that is away is told of, and can be asked again', async () => {
    const { page } = await open();
    await page.context().setOffline(true);
    await ask(page, QUESTION);
    expect(await told(page)).toEqual([
      'The server cannot be reached. Check your connection and try again.',
    ]);
    expect(await page.getByRole('status').textContent()).toBe(
      'The server cannot be reached. Check your connection and try again.',
    );
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-state=answered]').waitFor();
    expect(await page.locator('.question').allTextContents()).toEqual([QUESTION]);
  });

  test('a server that does not take the site’s questions is told apart from one that is away', async () => {
    const backend = fakeBackend();
    const { page } = await open({ backend, isAllowed: false });
    await ask(page, QUESTION);
    expect(await told(page)).toEqual([
      'The server does not take questions from this site. Whoever runs it can allow the site.',
    ]);
    expect(backend.calls).toEqual([]);
  });

  test('a server that is not ready says so', async () => {
    const { page } = await open({ backend: undefined });
    await ask(page, QUESTION);
    expect(await told(page)).toEqual(['The server is still getting ready. Try again in a moment.']);
  });

  test('a question that the server refuses is told with the server’s own reason, as text', async () => {
    const { page } = await open({
      body: INLINE.replace('<declaration-chat', '<declaration-chat documents="<b>x</b>"'),
    });
    await ask(page, QUESTION);
    expect(await told(page)).toEqual([
      'The server could not take the question.',
      'documents[0]: there is no document "<b>x</b>". GET /api/documents lists them.',
    ]);
  });

  test('replies that are no answers are told apart, and told of in words of the widget’s own', async () => {
    const replies: readonly (readonly [number, string, string])[] = [
      [429, '', 'Too many questions at once. Try again in a moment.'],
      [502, '<html>Bad gateway</html>', 'Something went wrong on the server.'],
      [
        500,
        '{"status":500,"title":"x","detail":"a secret of the server"}',
        'Something went wrong on the server.',
      ],
      [
        200,
        'event: answer\ndata: {"answer":"not whole"}\n\n',
        'The connection was cut before the answer was complete.',
      ],
      [
        200,
        'event: answer\ndata: {broken\n\n',
        'The connection was cut before the answer was complete.',
      ],
      [
        200,
        '<html>Log in to this network</html>',
        'The connection was cut before the answer was complete.',
      ],
    ];
    const left = [...replies];
    const { page } = await openBeside((_req, res) => {
      const [status = 500, body] = left.shift() ?? [];
      res.writeHead(status).end(body);
    });
    for (const [, body] of replies) await ask(page, `What comes of ${body}?`);
    expect(await told(page)).toEqual(replies.map(([, , words]) => words));
  });

  test(
    'a fault in the middle leaves what has its source, marked as incomplete, and ' +
      'the next question begins without it',
    async () => {
      const backend = fakeBackend({
        *events() {
          yield* EVENTS.slice(0, 4);
          yield { type: 'citation', citation: { ...CITATION, number: 2 } };
          yield { type: 'delta', text: ' And half a sentence' };
          throw new Error('secret');
        },
      });
      const { page } = await open({ backend });
      await ask(page, QUESTION);
      expect(await told(page)).toEqual(['Something went wrong on the server.']);
      expect(await page.locator('.answer').textContent()).toBe('Dams are built\u2028by consent. 1');
      expect(await page.locator('.hint').textContent()).toBe('Incomplete: the rest did not come.');
      expect(await page.getByRole('group', { name: 'Sources' }).getByRole('button').count()).toBe(
        1,
      );
      await ask(page, 'Another?');
      expect(backend.calls[1]?.inquiry.messages).toHaveLength(1);
    },
  );

  test('a connection that is cut in the middle, and then one that is not', async () => {
    let isWhole = false;
    const stream = (count: number): string =>
      EVENTS.slice(0, count)
        .map((event) => {
          const data =
            event.type === 'citation'
              ? event.citation
              : event.type === 'answer'
                ? event.reply
                : event;
          return `event: ${event.type}\r\ndata: ${JSON.stringify(data)}\r\n\r\n`;
        })
        .join(': ping\r\n\r\n');
    const { page } = await openBeside((_req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      if (isWhole) res.end(stream(5));
      else {
        res.write(stream(3), () => {
          setImmediate(() => res.destroy());
        });
      }
    });
    await ask(page, QUESTION);
    expect(await told(page)).toEqual(['The connection was cut before the answer was complete.']);
    expect(await page.locator('.answer').textContent()).toBe('');
    isWhole = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-state=answered]').waitFor();
    expect(await page.locator('.answer').textContent()).toBe(ANSWER.answer.replace(' [1]', ' 1'));
    expect(await page.locator('.turn').count()).toBe(1);
  });

  test('a server that falls silent is not waited for longer than a while', async () => {
    const hasComeIn = deferred();
    const { page } = await openBeside((_req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write(': ping\n\n');
      hasComeIn.resolve();
    });
    await page.clock.install();
    await page.getByRole('textbox').fill(QUESTION);
    await page.getByRole('textbox').press('Enter');
    await hasComeIn.promise;
    await page.clock.fastForward(LONG_MS);
    await page.locator('[data-state=failed]').waitFor();
  });

  test('an element whose server is no address asks nobody', async () => {
    const { page, requests, app, site } = await open({
      body: INLINE.replace('<declaration-chat', '<declaration-chat server="javascript:alert(1)"'),
      policy: PERMISSIVE,
    });
    await ask(page, QUESTION);
    expect(await told(page)).toEqual([
      'The server cannot be reached. Check your connection and try again.',
    ]);
    expect(new Set(requests)).toEqual(new Set([`${site}/`, `${app}/widget.js`]));
  });
});
