import { expect, it } from 'vitest';
import { rankRemainder } from '../../../src/answering/quoting/rank-remainder.js';
import type { Aspect } from '../../../src/retrieval/aspect.js';
import { smallIndex, type SmallIndex } from '../../support/small-index.js';

const TEXT = `1. The parties protect rivers with dams and nets.

2. Whales sing in the northern sea.

3. Nothing else is agreed.
`;

/** The evidence of the two paragraphs, with the scores given, for a question about both. */
async function asked(
  question: string,
  scores: readonly [first: number, second: number],
): Promise<SmallIndex & { readonly aspect: Aspect }> {
  const small = await smallIndex([{ id: 'd', text: TEXT }]);
  const { aspects } = await small.retriever.retrieve(
    { messages: [{ role: 'user', content: question }] },
    { topK: 8 },
  );
  const [aspect] = aspects;
  if (aspect === undefined) throw new Error('no aspect');
  const signals = { lexical: 0, similarity: 0, reading: 0 };
  const evidence = small.paragraphs
    .slice(0, 2)
    .map((paragraph, i) => ({ paragraph, ...signals, score: scores[i] ?? 0 }));
  return { ...small, aspect: { ...aspect, evidence } };
}

const labels = (found: ReturnType<typeof rankRemainder>): string[] => [
  ...new Set(found.map(({ paragraph }) => paragraph.paragraph.label)),
];

it('what the first paragraph leaves open is sought in another', async () => {
  const { index, aspect } = await asked('dams and whales', [0.8, 0.5]);
  expect(labels(rankRemainder(index, aspect))).toEqual(['2']);
});

it.each([
  ['only one thing is asked', 'dams whales', [0.8, 0.5]],
  ['nothing is left open', 'dams and nets', [0.8, 0.5]],
  ['the other is much worse', 'dams and whales', [0.8, 0.3]],
  ['the other does not hold it', 'dams and unicorns', [0.8, 0.5]],
] as const)('but not where %s', async (_, question, scores) => {
  const { index, aspect } = await asked(question, scores);
  expect(rankRemainder(index, aspect)).toEqual([]);
});
