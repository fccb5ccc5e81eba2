import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ChatModelError } from '../../../src/ports/chat-model.js';
import {
  streamChatModel,
  type LimitedStreamOptions,
} from '../../../src/adapters/chat-model/stream-chat-model.js';
import { TIME_LIMITS } from '../../../src/adapters/chat-model/time-limits.js';
import { loadChatModel } from '../../../src/adapters/chat-model/load-chat-model.js';
import { deferred } from '../../support/deferred.js';
import { DeafModel } from '../../support/deaf-model.js';
import { closedAddress } from '../../support/hub-server.js';
import {
  anOpenAiProvider,
  type OpenAiProvider,
  type Reply,
} from '../../support/openai-provider.js';
import {
  breaksOff,
  fails,
  failsWithin,
  garblesAfter,
  hangs,
  resets,
  says,
  sends,
  sendsGarbage,
  sendsHtml,
  truncates,
} from '../../support/openai-replies.js';

const KEY = 'sk-very-secret-4711';
const HELLO = [{ role: 'user', content: 'Hello' }] as const;
const blabs = { message: `the key ${KEY} is wrong` };

/** A model whose provider gives these replies, the last of them for ever. */
async function aModel(...replies: [Reply, ...Reply[]]) {
  const provider = await anOpenAiProvider(
    (_request, index) => replies[Math.min(index, replies.length - 1)] ?? replies[0],
  );
  return {
    provider,
    model: await loadChatModel({
      model: 'small',
      baseUrl: provider.baseUrl,
      apiKey: KEY,
      maxRetries: 0,
    }),
  };
}

interface Heard {
  readonly text: string;
  readonly error: unknown;
}

/** All that came, and how it ended; nothing of it may hold the key or the provider's address. */
async function hear(
  {
    provider,
    model,
  }: { readonly provider?: OpenAiProvider; readonly model: Parameters<typeof streamChatModel>[0] },
  { onPiece, ...options }: Partial<LimitedStreamOptions> & { readonly onPiece?: () => void } = {},
): Promise<Heard> {
  let text = '';
  let error: unknown;
  try {
    for await (const piece of streamChatModel(model, HELLO, {
      signal: new AbortController().signal,
      ...options,
    })) {
      text += piece;
      onPiece?.();
    }
  } catch (thrown) {
    error = thrown;
  }
  const seen = inspect(error, { depth: Infinity, showHidden: true });
  expect(seen).not.toContain(KEY);
  if (provider !== undefined) expect(seen).not.toContain(new URL(provider.baseUrl).host);
  return { text, error };
}

function failed(reason: string): object {
  return {
    name: 'ChatModelError',
    failure: { reason, message: expect.stringMatching(/^[A-Z].+\.$/u) as string },
  };
}

test.each([
  ['words', says('Good morning, all of you.')],
  ['characters', says('Good morning, all of you.', { pieces: 'characters' })],
  [
    'single bytes, also of letters that have several',
    says('Good morning, all of you.', { bytesAtATime: 1 }),
  ],
])('a faithful reply comes as it is, in %s', async (_pieces, reply) => {
  expect(await hear(await aModel(reply))).toEqual({
    text: 'Good morning, all of you.',
    error: undefined,
  });
});

test('letters of several bytes and of two code units survive every cut', async () => {
  const text = 'Добрый день，早上好。👩‍👩‍👧 naïve';
  expect(await hear(await aModel(says(text, { bytesAtATime: 1 })))).toEqual({
    text,
    error: undefined,
  });
});

describe('a reply whose end was announced is whole', () => {
  test.each([
    ['the connection stays open', 'open'],
    ['the connection breaks', 'reset'],
  ] as const)('whatever comes after: %s', async (_what, afterwards) => {
    const { provider, model } = await aModel(says('Good morning.', { afterwards }));
    expect(await hear({ provider, model }, { limits: { closeMs: 50 } })).toEqual({
      text: 'Good morning.',
      error: undefined,
    });
    expect(await provider.requests[0]?.left).toBe(true);
  });

  test('unless the visitor has left', async () => {
    const stop = new AbortController();
    const heard = await hear(
      await aModel(says('Good morning.', { afterwards: 'open', pieces: 'characters' })),
      {
        signal: stop.signal,
        onPiece: () => {
          stop.abort(new Error('enough'));
        },
      },
    );
    expect(heard.error).toEqual(new Error('enough'));
  });
});

describe('what was said before a failure stays, and the failure is told apart', () => {
  test.each([
    {
      what: 'a length that was reached',
      reason: 'cut-short',
      reply: says('Good morning.', { finishReason: 'length' }),
      text: 'Good morning.',
    },
    {
      what: 'a filter',
      reason: 'withheld',
      reply: says('Good morning.', { finishReason: 'content_filter' }),
      text: 'Good morning.',
    },
    {
      what: 'a failure that is told as the reason',
      reason: 'broken-off',
      reply: says('Good morning.', { finishReason: 'error' }),
      text: 'Good morning.',
    },
    {
      what: 'no finish reason',
      reason: 'broken-off',
      reply: says('Good morning.', { finishReason: null }),
      text: 'Good morning.',
    },
    {
      what: 'half a stream',
      reason: 'broken-off',
      reply: truncates('Good morning.'),
      text: 'Good m',
    },
    {
      what: 'a broken connection',
      reason: 'broken-off',
      reply: breaksOff('Good morning.'),
      text: 'Good m',
    },
    {
      what: 'an error within the stream',
      reason: 'server-error',
      reply: failsWithin('Good', `it was ${KEY}`),
      text: 'Good',
    },
    {
      what: 'garbage within the stream',
      reason: 'unreadable',
      reply: garblesAfter('Good', `{"${KEY}`),
      text: 'Good',
    },
    { what: 'text without end', reason: 'cut-short', reply: says('x'.repeat(40_000)), text: '' },
  ])('$what', async ({ reason, reply, text }) => {
    const { provider, model } = await aModel(reply);
    const heard = await hear({ provider, model });
    expect(heard).toMatchObject({ text, error: failed(reason) });
    expect(provider.requests).toHaveLength(1);
  });
});

describe('what fails before the first words', () => {
  test.each<[string, string, Reply]>([
    ['a wrong key', 'key-refused', fails(401, blabs)],
    ['an unknown model', 'not-found', fails(404, blabs)],
    ['a request that is refused', 'request-refused', fails(400, blabs)],
    ['a rate limit without a time', 'rate-limited', fails(429, blabs)],
    [
      'a rate limit that lasts',
      'rate-limited',
      fails(429, { ...blabs, headers: { 'retry-after': '30' } }),
    ],
    ['a page', 'unreadable', sendsHtml],
    ['garbage', 'unreadable', sendsGarbage],
    ['nothing', 'unreadable', sends('', 'text/event-stream')],
    ['a stream that is none', 'unreadable', sends(`data: {"${KEY}`, 'text/event-stream')],
  ])('is not asked again: %s', async (_what, reason, reply) => {
    const { provider, model } = await aModel(reply);
    expect(await hear({ provider, model })).toMatchObject({ text: '', error: failed(reason) });
    expect(provider.requests).toHaveLength(1);
  });

  const passing: [string, string, Reply][] = [
    [
      'a rate limit that is over soon',
      'rate-limited',
      fails(429, { ...blabs, headers: { 'retry-after': '0' } }),
    ],
    ['a server that failed', 'server-error', fails(500, blabs)],
    ['a server that is not ready', 'server-error', fails(503, blabs)],
    ['an error at the start of the stream', 'server-error', failsWithin('', blabs.message)],
    ['a reset before the headers', 'unreachable', resets],
    ['a reset after the headers', 'broken-off', breaksOff('')],
  ];

  test.each(passing)('is asked again once, and heard: %s', async (_what, _reason, reply) => {
    const { provider, model } = await aModel(reply, says('Good morning.'));
    expect(await hear({ provider, model })).toEqual({ text: 'Good morning.', error: undefined });
    expect(provider.requests).toHaveLength(2);
  });

  test.each(passing)('is asked again once and no more: %s', async (_what, reason, reply) => {
    const { provider, model } = await aModel(reply);
    expect(await hear({ provider, model })).toMatchObject({ text: '', error: failed(reason) });
    expect(provider.requests).toHaveLength(2);
  });

  test('is a server that is not there', async () => {
    const model = await loadChatModel({
      model: 'small',
      baseUrl: `${await closedAddress()}/v1`,
      apiKey: KEY,
      maxRetries: 0,
    });
    expect(await hear({ model })).toMatchObject({ text: '', error: failed('unreachable') });
  });
});

const STAGES = [
  { stage: 'before a status', reply: hangs('silent'), text: '', limit: 'firstTextMs' },
  { stage: 'after the headers', reply: hangs('after-headers'), text: '', limit: 'firstTextMs' },
  { stage: 'half way', reply: hangs('half-way', 'Good morning.'), text: 'Good m', limit: 'idleMs' },
  {
    stage: 'half way, for longer than all may take',
    reply: hangs('half-way', 'Good morning.'),
    text: 'Good m',
    limit: 'totalMs',
  },
] as const;

describe.each(STAGES)('a server that hangs $stage', ({ reply, text, limit }) => {
  /** Resolves when the request is where it hangs; only then does the clock go on. */
  async function hanging(options: Partial<LimitedStreamOptions> = {}) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { provider, model } = await aModel(reply);
    const begun = deferred();
    const heard = hear({ provider, model }, { ...options, onPiece: begun.resolve });
    await provider.asked(1);
    if (text !== '') await begun.promise;
    return { provider, heard };
  }

  test('has its time, is not asked again and is left', async () => {
    // What comes before the limit is tried goes by unless it is the limit.
    const limits = {
      ...TIME_LIMITS,
      ...(limit === 'totalMs' ? { idleMs: TIME_LIMITS.totalMs * 2 } : {}),
    };
    const { provider, heard } = await hanging({ limits });
    await vi.advanceTimersByTimeAsync(TIME_LIMITS[limit]);
    expect(await heard).toMatchObject({ text, error: failed('timeout') });
    expect(provider.requests).toHaveLength(1);
    expect(await provider.requests[0]?.left).toBe(true);
  });

  test('is left at once when the signal aborts, which is thrown on', async () => {
    const stop = new AbortController();
    const { provider, heard } = await hanging({ signal: stop.signal });
    stop.abort(new Error('enough'));
    expect((await heard).error).toEqual(new Error('enough'));
    expect(await provider.requests[0]?.left).toBe(true);
  });
});

test('a reader who stops reading ends the request', async () => {
  const { provider, model } = await aModel(hangs('half-way', 'Good morning.'));
  for await (const piece of streamChatModel(model, HELLO, {
    signal: new AbortController().signal,
  })) {
    expect(piece).toBe('Good m');
    break;
  }
  expect(await provider.requests[0]?.left).toBe(true);
});

test('a signal that has aborted already asks nothing', async () => {
  const { provider, model } = await aModel(says('Yes.'));
  expect(
    await hear({ provider, model }, { signal: AbortSignal.abort(new Error('enough')) }),
  ).toEqual({ text: '', error: new Error('enough') });
  expect(provider.requests).toHaveLength(0);
});

describe('a model that does not look at the signal', () => {
  test('has its time', async () => {
    expect(
      (await hear({ model: new DeafModel({}) }, { limits: { firstTextMs: 50 } })).error,
    ).toBeInstanceOf(ChatModelError);
  });

  test('is left when the signal aborts', async () => {
    const stop = new AbortController();
    const heard = hear({ model: new DeafModel({}) }, { signal: stop.signal });
    stop.abort(new Error('enough'));
    expect((await heard).error).toEqual(new Error('enough'));
  });
});
