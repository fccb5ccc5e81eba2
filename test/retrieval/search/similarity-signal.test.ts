import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchIndex } from '../../../src/ports/search-index.js';
import { prepareProbe } from '../../../src/retrieval/search/probe.js';
import { similaritySignal } from '../../../src/retrieval/search/signals.js';
import type { CandidateRow } from '../../support/candidate-rows.js';
import { BagOfWordsEmbeddings, smallIndex } from '../../support/small-index.js';

const TEXT = '1. The bank pays for dams.\n\n2. Owls sleep by day.\n\n3. The court sits in May.\n';

let signal: (cosines: CandidateRow['cosines']) => number;
let index: SearchIndex;
beforeAll(async () => {
  const embeddings = new BagOfWordsEmbeddings();
  ({ index } = await smallIndex([{ id: 'text', text: TEXT }], { embeddings }));
  const ofRow = similaritySignal(index, await prepareProbe(embeddings, 'Which bank pays?'));
  signal = ({ passage = NaN, sentence = NaN, question = NaN }) => {
    const column = (value: number): Float64Array => Float64Array.of(NaN, value);
    const cosines = {
      passage: column(passage),
      sentence: column(sentence),
      question: column(question),
    };
    return ofRow(cosines, 1);
  };
});

describe('a paragraph is nearer to a question', () => {
  it.each([
    ['where its nearest sentence is', { sentence: 0.7, passage: 0.5 }],
    ['where it is as a whole', { sentence: 0.6, passage: 0.6 }],
    ['where an everyday question is beside it', { sentence: 0.6, passage: 0.5, question: 0.3 }],
    ['where that is nearer than its text', { sentence: 0.6, passage: 0.5, question: 0.9 }],
  ])('%s', (_, cosines) => {
    expect(signal(cosines)).toBeGreaterThan(signal({ sentence: 0.6, passage: 0.5 }));
  });

  it('not where it lacks a vector: one of a single sentence has its vector once', () => {
    expect(signal({ sentence: 0.6 })).toBeCloseTo(signal({ sentence: 0.6, passage: 0.6 }), 12);
    expect(signal({ passage: 0.6 })).toBeCloseTo(signal({ sentence: 0.6 }), 12);
    expect(signal({})).toBe(0);
  });
});
