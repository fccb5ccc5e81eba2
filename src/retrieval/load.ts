import type { IndexedParagraph, SearchIndex } from '../ports/search-index.js';
import type { FusedAspect } from './fuse.js';
import { wantedNumbers, type QuestionTargets } from './query/question-targets.js';
import { aspectsOf, mapAspects, type SubQuestion } from './query/sub-question.js';
import type { Evidence, Found } from './search/evidence.js';
import { LOADED_PARAGRAPHS, NAMED_DOCUMENT_BONUS } from './settings.js';

/** What an aspect found, the best of it with its words. */
export interface LoadedAspect extends Omit<FusedAspect, 'evidence'> {
  /** Each paragraph once, in no order. */
  readonly evidence: readonly Evidence[];
}

export interface LoadOptions {
  readonly index: SearchIndex;
  readonly targets: QuestionTargets;
  /** Of each aspect at least so many, where it found them. */
  readonly topK: number;
}

/**
 * Fetches the words of what may be read and answered with: the best of every aspect, and what the
 * question asks for by name. All readings of a question are then compared over the same paragraphs.
 */
export async function load(
  fused: readonly SubQuestion<FusedAspect>[],
  { index, targets, topK }: LoadOptions,
): Promise<SubQuestion<LoadedAspect>[]> {
  const count = Math.max(topK, LOADED_PARAGRAPHS);
  const wanted = new Set(wantedNumbers(targets));
  for (const { evidence, plan } of aspectsOf(fused)) {
    for (const { number } of bestOf(evidence, count, plan.preferred)) wanted.add(number);
  }
  const paragraphs = await index.paragraphs([...wanted]);
  const loaded = new Map(paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  return mapAspects(fused, (aspect) => ({
    ...aspect,
    evidence: aspect.evidence.flatMap((found) => withWords(found, loaded)),
  }));
}

/** By what is known without their words. */
function bestOf(
  evidence: readonly Found[],
  count: number,
  preferred: string | undefined,
): readonly Found[] {
  if (evidence.length <= count) return evidence;
  const standing = ({ score, documentId }: Found): number =>
    score + (documentId === preferred ? NAMED_DOCUMENT_BONUS : 0);
  return evidence.toSorted((a, b) => standing(b) - standing(a)).slice(0, count);
}

function withWords(
  { number, documentId, ...signals }: Found,
  loaded: ReadonlyMap<number, IndexedParagraph>,
): Evidence[] {
  const paragraph = loaded.get(number);
  return paragraph === undefined ? [] : [{ paragraph, ...signals }];
}
