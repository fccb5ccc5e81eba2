import { describe, expect, it } from 'vitest';
import { answerabilityFeatures } from '../../src/answering/abstention/answerability-features.js';
import { pickExcerpts } from '../../src/answering/quoting/pick-excerpts.js';
import { smallIndex } from '../support/small-index.js';

/** As long as a question may be. */
const LENGTH = 4000;
const fill = (piece: string): string =>
  piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
const QUESTIONS = [
  `x${' '.repeat(LENGTH - 2)}y`,
  fill('\t'),
  fill('\n '),
  fill(', '),
  fill('and what '),
  fill('which '),
  fill('"xx yy" '),
  fill('part 1 '),
  fill('paragraph 1.1.1.1(a)(a)'),
  fill('all the '),
  fill('both '),
  fill('a'),
  fill('A1'),
  fill('('),
  fill('\u0301'),
  fill("'s "),
  fill('[1]'),
  fill('is it '),
  fill('- '),
  fill('*_'),
  fill('😀'),
  fill('IVX'),
];

describe('no question keeps the server busy', () => {
  it.each(QUESTIONS.map((question) => [question.slice(0, 20), question]))(
    '%j …',
    async (_, question) => {
      const { index, retriever } = await smallIndex([
        {
          id: 'a',
          place: 'Sochi',
          text: '1. The parties agree.\n\n2. The bank pays.',
          expansions: { '1': { questions: ['Who agrees?'], words: '' } },
        },
        { id: 'b', text: '1. Another text.' },
      ]);
      const history = [
        { role: 'user' as const, content: question },
        { role: 'assistant' as const, content: `${question} [1]` },
      ];
      const retrieval = await retriever.retrieve(
        { messages: [...history, { role: 'user', content: question }] },
        { topK: 8 },
      );
      const { excerpts } = pickExcerpts(index, retrieval.aspects);
      answerabilityFeatures(index, { retrieval, excerpts });
      // That it comes to an end within the time any test has is the promise: a pattern that
      // backtracks takes minutes.
      expect(retrieval.aspects.length).toBeLessThanOrEqual(4);
    },
  );
});
