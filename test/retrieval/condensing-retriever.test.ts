import { expect, test } from 'vitest';
import type { CondenseQuestion } from '../../src/retrieval/query/condense-question.js';
import type { DeclarationRetriever } from '../../src/retrieval/retriever.js';
import type { ChatMessage } from '../../src/types.js';
import { smallIndex } from '../support/small-index.js';

const TEXT = `1. The council promotes trade in grain.

2. The council meets every spring in Harbour City.

3. The court settles quarrels about fish.`;
const MESSAGES: readonly ChatMessage[] = [
  { role: 'user', content: 'What does the court settle?' },
  { role: 'assistant', content: 'Quarrels about fish [1].' },
  { role: 'user', content: 'And where does the other one meet?' },
];

const retrieverWith = async (condense: CondenseQuestion): Promise<DeclarationRetriever> =>
  (await smallIndex([{ id: 'pact', text: TEXT }], { condense })).retriever;

test('what a condensed question says is all that is searched for', async () => {
  const retriever = await retrieverWith(() => Promise.resolve('Where does the council meet?'));
  const { query, question, aspects, evidence } = await retriever.retrieve(
    { messages: MESSAGES },
    { topK: 3 },
  );
  expect(query).toBe('Where does the council meet?');
  expect(question).toBe('Where does the council meet?');
  expect(aspects.map(({ probes }) => probes.length)).toEqual([1]);
  expect(evidence[0]?.paragraph.paragraph.label).toBe('2');
});

test('where nothing was condensed, the rules say what the question leans on', async () => {
  const retriever = await retrieverWith(() => Promise.resolve(undefined));
  const { retriever: without } = await smallIndex([{ id: 'pact', text: TEXT }]);
  const retrieval = await retriever.retrieve({ messages: MESSAGES }, { topK: 3 });
  expect(retrieval.query).toBe('What does the court settle? And where does the other one meet?');
  expect(retrieval).toEqual(await without.retrieve({ messages: MESSAGES }, { topK: 3 }));
});

test('the signal reaches whoever condenses, and what it throws is thrown on', async () => {
  const retriever = await retrieverWith((_messages, { signal }) =>
    Promise.reject(signal?.reason as Error),
  );
  await expect(
    retriever.retrieve(
      { messages: MESSAGES },
      { topK: 3, signal: AbortSignal.abort(new Error('gone')) },
    ),
  ).rejects.toThrow('gone');
});
