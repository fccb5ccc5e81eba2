import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { askChatModel } from '../../../src/adapters/chat-model/ask-chat-model.js';
import { loadChatModel } from '../../../src/adapters/chat-model/load-chat-model.js';
import type { TokenUsage } from '../../../src/protocol.js';
import { DeafModel } from '../../support/deaf-model.js';
import { closedAddress } from '../../support/hub-server.js';
import { anOpenAiProvider, type Reply } from '../../support/openai-provider.js';
import {
  breaksOff,
  fails,
  hangs,
  says,
  sends,
  sendsGarbage,
  sendsHtml,
} from '../../support/openai-replies.js';

const KEY = 'sk-very-secret-4711';
const LONG_MS = 15_000;

async function aModel(reply: Reply, maxRetries = 0) {
  const provider = await anOpenAiProvider(() => reply);
  return {
    provider,
    model: await loadChatModel({
      model: 'small',
      baseUrl: provider.baseUrl,
      apiKey: KEY,
      maxRetries,
    }),
  };
}

test('the text of a faithful reply is the outcome', async () => {
  const { model } = await aModel(says('Good morning.'));
  expect(await askChatModel(model, 'Hello', { timeoutMs: LONG_MS })).toEqual({
    text: 'Good morning.',
  });
});

test('what it took is told, by the characters where the provider does not count', async () => {
  const { model } = await aModel(says('Good morning.'));
  const told: TokenUsage[] = [];
  const onUsage = (usage: TokenUsage): void => void told.push(usage);
  await askChatModel(model, 'Hello', { timeoutMs: LONG_MS, onUsage });
  expect(told).toEqual([{ inputTokens: 1, outputTokens: 4, estimated: true }]);
});

const blabs = { message: `the key ${KEY} is wrong` };

describe('a failure is told apart, in our own words', () => {
  test.each<[string, Reply]>([
    ['key-refused', fails(401, blabs)],
    ['key-refused', fails(403, blabs)],
    ['not-found', fails(404, blabs)],
    ['request-refused', fails(400, blabs)],
    ['rate-limited', fails(429, blabs)],
    ['server-error', fails(500, blabs)],
    ['server-error', fails(503, blabs)],
    ['unreadable', sendsHtml],
    ['unreadable', sendsGarbage],
    ['unreadable', sends('{}')],
    ['unreadable', sends('null')],
    ['unreadable', sends('')],
    ['broken-off', breaksOff(`Good morning ${KEY}`)],
  ])('%s %#', async (reason, reply) => {
    const { model } = await aModel(reply);
    const outcome = await askChatModel(model, 'Hello', { timeoutMs: LONG_MS });
    expect(outcome).toMatchObject({
      failure: { reason, message: expect.stringMatching(/^[A-Z].+\.$/) as string },
    });
    expect(inspect(outcome, { depth: Infinity, showHidden: true })).not.toContain(KEY);
  });

  test('a server that is not there is unreachable', async () => {
    const model = await loadChatModel({
      model: 'small',
      baseUrl: `${await closedAddress()}/v1`,
      apiKey: KEY,
      maxRetries: 0,
    });
    expect(await askChatModel(model, 'Hello', { timeoutMs: LONG_MS })).toMatchObject({
      failure: { reason: 'unreachable' },
    });
  });

  test('when to ask again is passed on', async () => {
    const { model } = await aModel(fails(429, { headers: { 'retry-after': '7' } }));
    expect(await askChatModel(model, 'Hello', { timeoutMs: LONG_MS })).toMatchObject({
      failure: { reason: 'rate-limited', retryAfterMs: 7000 },
    });
  });
});

describe.each<[string, Reply]>([
  ['before a status', hangs('silent')],
  ['after the headers', hangs('after-headers')],
  ['half way', hangs('half-way', 'Good morning.')],
])('a server that hangs %s', (_when, reply) => {
  test('has its time, then is left', async () => {
    const { model, provider } = await aModel(reply);
    expect(await askChatModel(model, 'Hello', { timeoutMs: 100 })).toMatchObject({
      failure: { reason: 'timeout' },
    });
    expect(await provider.requests[0]?.left).toBe(true);
  });

  test('is left when the signal aborts, which is thrown on', async () => {
    const { model, provider } = await aModel(reply);
    const stop = new AbortController();
    const outcome = askChatModel(model, 'Hello', { timeoutMs: LONG_MS, signal: stop.signal });
    await provider.asked(1);
    stop.abort(new Error('enough'));
    await expect(outcome).rejects.toThrow('enough');
    expect(await provider.requests[0]?.left).toBe(true);
  });
});

test('a signal that has aborted already asks nothing', async () => {
  const { model, provider } = await aModel(says('Yes.'));
  await expect(
    askChatModel(model, 'Hello', {
      timeoutMs: LONG_MS,
      signal: AbortSignal.abort(new Error('enough')),
    }),
  ).rejects.toThrow('enough');
  expect(provider.requests).toHaveLength(0);
});

describe('a model that does not look at the signal', () => {
  test('has its time', async () => {
    expect(await askChatModel(new DeafModel({}), 'Hello', { timeoutMs: 50 })).toMatchObject({
      failure: { reason: 'timeout' },
    });
  });

  test('is left when the signal aborts', async () => {
    const stop = new AbortController();
    const outcome = askChatModel(new DeafModel({}), 'Hello', {
      timeoutMs: LONG_MS,
      signal: stop.signal,
    });
    stop.abort(new Error('enough'));
    await expect(outcome).rejects.toThrow('enough');
  });
});
