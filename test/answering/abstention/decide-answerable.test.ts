import { describe, expect, it } from 'vitest';
import type { AnswerDecision } from '../../../src/answering/abstention/answer-decision.js';
import { ANSWERABILITY_MODELS } from '../../../src/answering/abstention/answerability-weights.js';
import { createDecider } from '../../../src/answering/abstention/decide-answerable.js';
import { pickExcerpts } from '../../../src/answering/quoting/pick-excerpts.js';
import type { PassageReader } from '../../../src/ports/passage-reader.js';
import { FakeReader } from '../../support/fake-reader.js';
import type { TokenMatch, TokenMatcher } from '../../../src/ports/token-matcher.js';
import { smallIndex } from '../../support/small-index.js';

const TEXT = '1. The dams were built of stone.\n\n2. The nets were laid in 1948.\n';

async function decisionOn(
  question: string,
  reader?: PassageReader,
  { text = TEXT, matcher }: { readonly text?: string; readonly matcher?: TokenMatcher } = {},
): Promise<AnswerDecision> {
  const { index, retriever } = await smallIndex([{ id: 'pact', text }], { reader });
  const retrieval = await retriever.retrieve(
    { messages: [{ role: 'user', content: question }] },
    { topK: 8 },
  );
  const { excerpts } = pickExcerpts(index, retrieval.aspects);
  return createDecider(matcher)(index, { retrieval, excerpts });
}

const QUESTIONS = [
  'Who built the dams?',
  'stone dams',
  'When were nets laid?',
  'What do unicorns eat on the dams?',
  'Where is the moon?',
];

describe('what is weighed', () => {
  it.each(QUESTIONS)(
    'is answered, unsure or refused as its probability says: %s',
    async (question) => {
      for (const reader of [undefined, new FakeReader(/./u), new FakeReader(/never/u)]) {
        const { answerable, reason, probability, minProbability, minUnsureProbability } =
          await decisionOn(question, reader);
        expect(reason).toBe(
          probability >= minProbability
            ? 'probable'
            : probability >= minUnsureProbability
              ? 'unsure'
              : 'improbable',
        );
        expect(answerable).toBe(reason === 'probable');
      }
    },
  );

  it('has a model of its own where nothing was read, and one for other languages', async () => {
    const { read, unread, foreign } = ANSWERABILITY_MODELS;
    for (const [question, reader, model] of [
      ['Who built the dams?', new FakeReader(/./u), read],
      ['Who built the dams?', undefined, unread],
      ['Who built the dams?', new FakeReader(/./u, ['cy']), unread],
      ['Wer hat die Dämme aus Stein gebaut?', undefined, foreign],
    ] as const) {
      const { intercept, minProbability } = await decisionOn(question, reader);
      expect({ intercept, minProbability }).toEqual({
        intercept: model.unmatched.intercept,
        minProbability: model.unmatched.minProbability,
      });
    }
  });

  it('what the tokens of a question and of its quotes say, by models that were fitted to it', async () => {
    const asked: (readonly [string, string])[] = [];
    const matching = (match: TokenMatch | undefined): TokenMatcher => ({
      matchTokens: (...texts) => {
        asked.push(texts);
        return Promise.resolve(match);
      },
    });
    const far = { question: -3, text: -3, nearest: -3, farthest: -3 };
    const near = { question: 2, text: 2, nearest: 2, farthest: 2 };
    const by = (match: TokenMatch | undefined): Promise<AnswerDecision> =>
      decisionOn('What do unicorns eat on the dams?', undefined, { matcher: matching(match) });
    expect((await by(near)).intercept).toBe(ANSWERABILITY_MODELS.unread.matched.intercept);
    expect((await by(near)).probability).toBeGreaterThan((await by(far)).probability);
    expect((await by(undefined)).intercept).toBe(ANSWERABILITY_MODELS.unread.unmatched.intercept);
    expect(asked[0]).toEqual([
      'What do unicorns eat on the dams?',
      'The dams were built of stone.',
    ]);
  });

  it('nothing is compared where the reader has made it sure', async () => {
    const matcher: TokenMatcher = { matchTokens: () => Promise.reject(new Error('compared')) };
    const { probability, intercept } = await decisionOn(
      'Who built the dams?',
      new FakeReader(/./u),
      { matcher },
    );
    expect(probability).toBeGreaterThan(0.95);
    expect(intercept).toBe(ANSWERABILITY_MODELS.read.unmatched.intercept);
    await expect(
      decisionOn('What do unicorns eat on the dams?', new FakeReader(/never/u), { matcher }),
    ).rejects.toThrow('compared');
  });

  it('nothing is compared where it is plain without', async () => {
    const matcher: TokenMatcher = { matchTokens: () => Promise.reject(new Error('compared')) };
    for (const question of ['What does paragraph 2 say?', 'Many thanks!', '???']) {
      await decisionOn(question, undefined, { matcher });
    }
    await expect(decisionOn('Who built the dams?', undefined, { matcher })).rejects.toThrow(
      'compared',
    );
  });
});

describe('what is plain without weighing', () => {
  it.each([
    ['What does paragraph 2 say?', true, 'named-place'],
    ['What does paragraph 97 say?', false, 'unknown-place'],
    ['Many thanks!', false, 'courtesy'],
    ['???', false, 'nothing-found'],
  ])('%s is certain: %s, %s', async (question, answerable, reason) => {
    expect(await decisionOn(question)).toMatchObject({
      answerable,
      reason,
      probability: Number(answerable),
      features: [],
    });
  });
});
