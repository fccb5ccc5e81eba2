import { expect, it } from 'vitest';
import { createGenerator, type Generated } from '../../src/generative/generate-answer.js';
import type { Retrieval } from '../../src/retrieval/retriever.js';
import { ChatModelError } from '../../src/ports/chat-model.js';
import type { ClaimReader } from '../../src/ports/claim-reader.js';
import { BagOfWordsEmbeddings, smallIndex } from '../support/small-index.js';

const TEXT = '1. The lake is shared by all villages.\n\n2. Boats may sail in summer.';
const REPLY = 'The lake is shared by all villages. [S1] Boats may sail in summer [S2].\n';
const QUESTION = 'Who shares the lake, and when may boats sail?';

/** Finds that what stands there word for word is borne out. */
const READER: ClaimReader = {
  reads: () => true,
  weigh: (claim, cited) =>
    Promise.resolve(cited.map((sentences) => (sentences.join(' ').includes(claim) ? 9 : -9))),
};

it('a model that fails at any character of its reply leaves whole sentences, or none', async () => {
  const { index, paragraphs } = await smallIndex([
    { id: 'lake', title: 'Charter of the Lake', text: TEXT },
  ]);
  const retrieval = {
    query: QUESTION,
    question: QUESTION,
    evidence: paragraphs.map((paragraph) => ({ paragraph })),
  } as unknown as Retrieval;
  for (let cut = 0; cut < REPLY.length; cut++) {
    const generate = createGenerator({
      index,
      embeddings: new BagOfWordsEmbeddings(),
      claimReader: READER,
      // eslint-disable-next-line @typescript-eslint/require-await -- It stands for a stream.
      stream: async function* () {
        yield REPLY.slice(0, cut);
        throw new ChatModelError({ reason: 'broken-off', message: 'It broke off.' });
      },
      prompts: {
        system: () => Promise.resolve('system'),
        question: () => Promise.resolve('question'),
      },
    });
    const { signal } = new AbortController();
    const messages = [{ role: 'user', content: QUESTION }] as const;
    const events = generate({ inquiry: { messages }, retrieval, answerable: true, signal });
    let next = await events.next();
    while (next.done !== true) next = await events.next();
    const { answer, end }: Generated = next.value;
    expect([
      '',
      'The lake is shared by all villages. [1]',
      'The lake is shared by all villages. [1] Boats may sail in summer. [2]',
    ]).toContain(answer);
    expect(end).toBe(answer === '' ? 'model-failed' : 'truncated');
  }
});
