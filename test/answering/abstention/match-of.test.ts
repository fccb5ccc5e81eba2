import { expect, test } from 'vitest';
import { matchOf } from '../../../src/answering/abstention/match-of.js';
import { pickExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import type { TokenMatcher } from '../../../src/ports/token-matcher.js';
import { smallIndex } from '../../support/small-index.js';

const MATCH = { question: 1, text: 0, nearest: 2, farthest: -1 };

/** What it is given, in order. */
function aMatcher(): { readonly matcher: TokenMatcher; readonly given: string[][] } {
  const given: string[][] = [];
  const matchTokens: TokenMatcher['matchTokens'] = (...texts) => {
    given.push(texts);
    return Promise.resolve(MATCH);
  };
  return { matcher: { matchTokens }, given };
}

test('a question is compared with all that would be quoted, made standalone', async () => {
  const text = '1. The dams were built of “stone”.\n\n2. The nets were laid in 1948.\n';
  const { index, retriever } = await smallIndex([{ id: 'pact', text }]);
  const retrieval = await retriever.retrieve(
    {
      messages: [
        { role: 'user', content: 'Who built the dams?' },
        { role: 'assistant', content: 'They were built of stone.' },
        { role: 'user', content: 'and of what?' },
      ],
    },
    { topK: 8 },
  );
  const { excerpts } = pickExcerpts(index, retrieval.aspects);
  const { matcher, given } = aMatcher();
  expect(await matchOf(matcher, { retrieval, excerpts })).toEqual(MATCH);
  expect(given).toEqual([['Who built the dams? and of what?', 'The dams were built of "stone".']]);
  expect(await matchOf(matcher, { retrieval, excerpts: [] })).toBeUndefined();
  expect(given).toHaveLength(1);
});

test('each of several things that are asked is, and once where several texts are asked it', async () => {
  const text = '1. The dams were built of stone.\n\n2. The nets were laid in 1948.\n';
  const { index, retriever } = await smallIndex([
    { id: 'pact', title: 'Pact of Porto', text },
    { id: 'act', title: 'Act of Arles', text },
  ]);
  const asked = async (content: string): Promise<string | undefined> => {
    const retrieval = await retriever.retrieve(
      { messages: [{ role: 'user', content }] },
      { topK: 8 },
    );
    const { excerpts } = pickExcerpts(index, retrieval.aspects);
    const { matcher, given } = aMatcher();
    await matchOf(matcher, { retrieval, excerpts });
    return given[0]?.[0];
  };
  expect(await asked('What were the dams built of? When were the nets laid?')).toBe(
    'What were the dams built of? When were the nets laid?',
  );
  expect(await asked('Of what do the Pact of Porto and the Act of Arles build dams?')).toMatch(
    /^[^?]*build dams\?$/u,
  );
});
