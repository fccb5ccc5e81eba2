import { showPlain } from '../documents/show-plain.js';
import { COMMON_PHRASES } from '../language/spoken.js';
import type { Retrieval } from '../retrieval/retriever.js';
import type { Document, Inquiry } from '../types.js';
import type { AnswerDependencies } from './answer-dependencies.js';
import type { Verdict } from './answer-trace.js';
import { wordMissingPlace } from './word-missing-place.js';

/** Texts that an abstention names; it is read at a glance. By hand. */
const NAMED_TEXTS = 5;

export interface AbstentionOptions {
  readonly inquiry: Inquiry;
  readonly retrieval: Retrieval;
  readonly reason: Verdict['reason'];
}

/** What is said where the texts that were searched do not answer. */
export async function wordAbstention(
  { index, abstention, unsure = abstention, nothingFound }: AnswerDependencies,
  { inquiry, retrieval, reason }: AbstentionOptions,
): Promise<string> {
  const searched = index.documents.filter(({ id }) => inquiry.documents?.includes(id) !== false);
  const titles = namesOf(searched);
  const { missing } = retrieval.steps.plan.targets;
  if (reason === 'unknown-place' && missing.length > 0) {
    return wordMissingPlace(missing, { language: retrieval.language, documents: searched, titles });
  }
  if (reason === 'nothing-found' && nothingFound !== undefined) {
    return nothingFound(titles, [...new Set(searched.map(({ language }) => language))]);
  }
  return reason === 'unsure' ? unsure(titles) : abstention(titles);
}

/** Titles as plain text, a few of them: a number in brackets in a title is no marker. */
function namesOf(documents: readonly Document[]): string[] {
  const more = documents.length - NAMED_TEXTS;
  const named = documents.slice(0, NAMED_TEXTS).map(({ title }) => showPlain(title));
  return more > 0 ? [...named, COMMON_PHRASES.more.replace('{}', String(more))] : named;
}
