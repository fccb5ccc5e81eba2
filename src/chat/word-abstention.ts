import type { Retrieval } from '../retrieval/retriever.js';
import type { NearestPassage } from '../protocol.js';
import type { Inquiry } from '../types.js';
import type { AnswerDependencies } from './answer-dependencies.js';
import type { Verdict } from './answer-trace.js';
import { textsNamed } from './texts-named.js';
import { wordMissingPlace } from './word-missing-place.js';

export interface AbstentionOptions {
  readonly inquiry: Inquiry;
  readonly retrieval: Retrieval;
  readonly reason: Verdict['reason'];
  /** What is shown below. */
  readonly nearest: readonly NearestPassage[];
}

/** What is said where the texts that were searched do not answer. */
export async function wordAbstention(
  { index, abstention, unsure = abstention, nothingFound }: AnswerDependencies,
  { inquiry, retrieval, reason, nearest }: AbstentionOptions,
): Promise<string> {
  const searched = index.documents.filter(({ id }) => inquiry.documents?.includes(id) !== false);
  const titles = textsNamed(searched);
  const { missing } = retrieval.steps.plan.targets;
  if (reason === 'unknown-place' && missing.length > 0) {
    return wordMissingPlace(missing, { language: retrieval.language, documents: searched, titles });
  }
  if (reason === 'nothing-found' && nothingFound !== undefined) {
    return nothingFound(titles, [...new Set(searched.map(({ language }) => language))]);
  }
  if (reason !== 'unsure') return abstention(titles);
  const shown = new Set(nearest.map(({ documentId }) => documentId));
  return unsure(textsNamed(searched.filter(({ id }) => shown.has(id))));
}
