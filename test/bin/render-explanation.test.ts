import { describe, expect, it } from 'vitest';
import { renderExplanation } from '../../src/bin/render-explanation.js';
import { renderRetrieval } from '../../src/bin/render-retrieval.js';
import { renderSections } from '../../src/bin/section.js';
import type { AnswerTrace } from '../../src/chat/answer-trace.js';
import { RETRIEVAL_TRACE } from './a-retrieval-trace.js';

const TRACE: AnswerTrace = {
  retrieval: RETRIEVAL_TRACE,
  sentences: [
    {
      documentId: 'pact',
      paragraph: '2(a)',
      sentence: 2,
      text: 'They were laid in 1948.',
      candidate: {
        aspect: 1,
        remainder: false,
        score: 0.9,
        paragraphScore: 0.6,
        ownScore: 0.6,
      },
      because: 'leads',
    },
    {
      documentId: 'pact',
      paragraph: '10',
      sentence: 1,
      text: `Nets \u001b[2J${'and more nets '.repeat(20)}`,
      candidate: {
        aspect: 1,
        remainder: true,
        score: 0.5,
        paragraphScore: 0.45,
        ownScore: 0.1,
      },
    },
    {
      documentId: 'pact',
      paragraph: '2(a)',
      sentence: 1,
      text: 'Nets are kept.',
      because: 'leaned-on',
    },
  ],
  decision: {
    answerable: true,
    reason: 'probable',
    probability: 0.9149,
    minProbability: 0.4803,
    minUnsureProbability: 0.2,
    intercept: -0.9483,
    features: [
      { name: 'asksToAct', value: 0.25, weight: -4, contribution: -1 },
      { name: 'reading × lexical', value: 0.5, weight: 2.5, contribution: 1.25 },
      { name: 'asks-why', value: 0, weight: -1, contribution: -0 },
    ],
  },
  verdict: { answered: true, reason: 'probable', mode: 'extractive', citations: 1 },
};

it('shows sections in the order in which things happen, as aligned tables', () => {
  expect(renderExplanation(TRACE).split('\n')).toEqual([
    ...renderSections(renderRetrieval(RETRIEVAL_TRACE)).split('\n'),
    '',
    'Sentences',
    '  place                  aspect  score  paragraph    own  notes      chosen     sentence',
    '  pact 2(a), sentence 2       1  0.900      0.600  0.600             leads      They were laid in 1948.',
    '  pact 10, sentence 1         1  0.500      0.450  0.100  left open  no    ' +
      '     Nets [2Jand more nets and more nets and more nets and more …',
    '  pact 2(a), sentence 1                                              leaned-on  Nets are kept.',
    '',
    'For and against',
    '  feature            value  weight    says',
    '  reading × lexical  0.500   2.500  +1.250',
    '  asksToAct          0.250  -4.000  -1.000',
    '  before any feature: -0.948',
    '  probability 0.915, answered from 0.480 on',
    '',
    'Verdict',
    '  answered: probable',
    '  mode extractive, citations 1',
  ]);
});

describe('a refusal', () => {
  it('that was plain says that nothing was weighed', () => {
    const explanation = renderExplanation({
      ...TRACE,
      sentences: [],
      decision: {
        answerable: false,
        reason: 'courtesy',
        probability: 0,
        minProbability: 0.48,
        minUnsureProbability: 0.2,
        features: [],
      },
      verdict: { answered: false, reason: 'courtesy', mode: 'extractive', citations: 0 },
    });
    expect(explanation).toContain('Sentences\n  none\n');
    expect(explanation).toContain('For and against\n  Nothing was weighed.\n');
    expect(explanation).toMatch(/Verdict\n {2}not answered: courtesy\n/u);
  });

  it('of a chat model is told apart', () => {
    expect(
      renderExplanation({
        ...TRACE,
        verdict: { answered: false, reason: 'model-no-answer', mode: 'generative', citations: 0 },
      }),
    ).toContain('not answered: model-no-answer\n  mode generative');
  });
});

it('says what became of a chat model’s answer', () => {
  const { verdict } = TRACE;
  expect(
    renderExplanation({ ...TRACE, verdict: { ...verdict, fallback: 'model-failed' } }),
  ).toMatch(/the chat model's answer was left: model-failed$/u);
  expect(renderExplanation({ ...TRACE, verdict: { ...verdict, truncated: true } })).toMatch(
    /the chat model broke off$/u,
  );
});
