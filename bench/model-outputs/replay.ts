import type { Judged } from '../../src/generative/judge-sentence.js';
import { numberEvidence } from '../../src/generative/numbered-evidence.js';
import { placeOf, type OpenedJudge } from './open-judge.js';
import type { ReplayedSentence } from './replayed.js';

/** Paragraphs before and after the cited one that a model is shown with it. */
const AROUND = 2;

/** Judges a sentence as if it had been written from the paragraph that it cites and its neighbours. */
export function replay(
  { paragraphs, judge }: OpenedJudge,
  { paragraph: address, cites, text }: Pick<ReplayedSentence, 'paragraph' | 'cites' | 'text'>,
): Promise<Judged> {
  const at = placeOf(paragraphs, address);
  const evidence = numberEvidence(paragraphs.slice(Math.max(0, at - AROUND), at + AROUND + 1), {
    maxTokens: Infinity,
  }).sentences;
  const own = evidence.filter(({ paragraph }) => paragraph === paragraphs[at]);
  const cited = own.filter(({ place }) => cites.includes(place + 1));
  return judge({ text, cited, evidence, question: '' });
}
