import { expect, it } from 'vitest';
import { planQuery } from '../../../src/retrieval/query/plan-query.js';
import { SpellingCorrector } from '../../../src/retrieval/query/spelling-corrector.js';
import { aspectsOf } from '../../../src/retrieval/query/sub-question.js';
import { search } from '../../../src/retrieval/search/search.js';
import { DEFAULT_WEIGHTS } from '../../../src/retrieval/settings.js';
import { BagOfWordsEmbeddings, smallIndex } from '../../support/small-index.js';

const QUESTION = 'What is agreed about the dams and about the fish in the river?';

class CountingEmbeddings extends BagOfWordsEmbeddings {
  readonly asked: string[] = [];

  override embedQuery(text: string): Promise<number[]> {
    this.asked.push(text);
    return super.embedQuery(text);
  }
}

async function searched(signal?: AbortSignal) {
  const { index } = await smallIndex([
    { id: 'pact', text: '1. The bank pays for dams.\n\n2. Fish in the river are free.' },
  ]);
  const plan = await planQuery(
    { messages: [{ role: 'user', content: QUESTION }] },
    { index, spelling: new SpellingCorrector(new Map(), () => true), condense: undefined },
  );
  const embeddings = new CountingEmbeddings();
  const found = await search(plan, { index, embeddings, weights: DEFAULT_WEIGHTS, signal });
  return { found, embeddings, plan };
}

it('each text is searched for once, however many aspects it is part of', async () => {
  const { found, embeddings } = await searched();
  expect(found[0]?.splits.length).toBeGreaterThan(0);
  expect(new Set(embeddings.asked).size).toBe(embeddings.asked.length);
  const wholes = aspectsOf(found).flatMap(({ results }) =>
    results.filter(({ result }) => result.probe.text === QUESTION),
  );
  expect(wholes.length).toBeGreaterThan(1);
  expect(new Set(wholes.map(({ result }) => result)).size).toBe(1);
});

it('what each text found stands in the order of the plan, with its weight', async () => {
  const { found, plan } = await searched();
  const planned = aspectsOf(plan.subQuestions).map(({ texts }) =>
    texts.map(({ text, weight }) => [text, weight]),
  );
  const results = aspectsOf(found).map((aspect) =>
    aspect.results.map(({ result, weight }) => [result.probe.text, weight]),
  );
  expect(results).toEqual(planned);
});

it('an aborted signal is thrown', async () => {
  await expect(searched(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});
