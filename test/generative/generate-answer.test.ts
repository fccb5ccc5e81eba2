import { expect, test } from 'vitest';
import { createGenerator, type Generated } from '../../src/generative/generate-answer.js';
import type { AskForVerdicts } from '../../src/generative/verification/verify-by-model.js';
import type { TokenUsage } from '../../src/protocol.js';
import { BagOfWordsEmbeddings, smallIndex } from '../support/small-index.js';

const TEXT = '1. The lake is shared by all.\n\n2. Boats may sail on the lake in summer.';

/** What is made of a reply that the model itself judges; each call tells what it took. */
async function generated(
  said: string,
  { supported, took }: { readonly supported: boolean; readonly took: readonly TokenUsage[] },
): Promise<Generated> {
  const embeddings = new BagOfWordsEmbeddings();
  const { index, retriever } = await smallIndex([{ id: 'lake', text: TEXT }], { embeddings });
  const inquiry = { messages: [{ role: 'user', content: 'Who shares the lake?' }] } as const;
  const { signal } = new AbortController();
  const [answering, judging] = took;
  const askForVerdicts: AskForVerdicts = (statements, { onUsage }) => {
    if (judging !== undefined) onUsage?.(judging);
    return Promise.resolve(statements.map((statement) => ({ ...statement, supported })));
  };
  const generate = createGenerator({
    index,
    embeddings,
    claimReader: undefined,
    // eslint-disable-next-line @typescript-eslint/require-await -- It stands for a stream.
    stream: async function* (_turns, { onUsage }) {
      yield said;
      if (answering !== undefined) onUsage?.(answering);
    },
    prompts: { system: () => Promise.resolve(''), question: () => Promise.resolve('') },
    askForVerdicts,
  });
  const retrieval = await retriever.retrieve(inquiry, { topK: 4 });
  const events = generate({ inquiry, retrieval, answerable: true, signal });
  for (;;) {
    const next = await events.next();
    if (next.done === true) return next.value;
  }
}

const SAID = 'Everybody may share the lake [S1].';

test('what the model says of its own reply decides, and its tokens count', async () => {
  const took = [
    { inputTokens: 100, outputTokens: 10 },
    { inputTokens: 30, outputTokens: 3 },
  ];
  const { usage, end, answer } = await generated(SAID, { supported: true, took });
  expect([end, answer]).toEqual(['whole', 'Everybody may share the lake. [1]']);
  expect(usage).toEqual({ inputTokens: 130, outputTokens: 13 });
  expect((await generated(SAID, { supported: false, took })).end).toBe('model-unsupported');
});

test('what the model says against a row of a table counts also where the row stands alone', async () => {
  const table = '| Purple | Elephant |\n|---|---|\n| Lake | shared by all [S1] |';
  expect((await generated(table, { supported: true, took: [] })).answer).toBe(
    'Lake | shared by all [1]',
  );
  expect((await generated(table, { supported: false, took: [] })).end).toBe('model-unsupported');
});

test.each<[string, TokenUsage[], TokenUsage]>([
  [
    'one part of it',
    [
      { inputTokens: 100, outputTokens: 10 },
      { inputTokens: 30, outputTokens: 3, estimated: true },
    ],
    { inputTokens: 130, outputTokens: 13, estimated: true },
  ],
  [
    'the other part of it',
    [
      { inputTokens: 100, outputTokens: 10, estimated: true },
      { inputTokens: 30, outputTokens: 3 },
    ],
    { inputTokens: 130, outputTokens: 13, estimated: true },
  ],
])('a sum is estimated where %s is', async (_which, took, sum) => {
  expect((await generated(SAID, { supported: true, took })).usage).toEqual(sum);
});
