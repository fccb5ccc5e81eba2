import type { Retrieval } from '../retrieval/retriever.js';
import type { SearchIndex } from '../retrieval/search-index.js';
import { isStopWord, stem, terms, words } from '../text/tokenize.js';
import { expectedKind, holdsKind } from './expected-kind.js';

/** What tells an answerable question from one that the texts do not answer. */
export interface AnswerabilityFeatures {
  /** Fused score of the best paragraph. */
  readonly score: number;
  /** Its lead over the second. */
  readonly lead: number;
  /** Cosine of the question with the best paragraph. */
  readonly similarity: number;
  /** Share of the question's content words, weighted by rarity, that the best paragraphs hold. */
  readonly coverage: number;
  /** Names and numbers in the question that none of the best paragraphs holds, at most 2. */
  readonly missingNames: number;
  /** 1 where a date, a number or a person is asked for and the best paragraph holds none. */
  readonly missingKind: number;
}

/**
 * Logistic regression; fitted by `training/fit-answerability.ts`, which says on what and how well.
 */
const INTERCEPT = -1.17;
const WEIGHTS: Readonly<Record<keyof AnswerabilityFeatures, number>> = {
  score: 0, lead: 4.14, similarity: 3.38, coverage: 0, missingNames: -0.85, missingKind: -1.07,
};
/** Least probability at which a question is answered. */
export const MIN_PROBABILITY = 0.4;
/** Paragraphs that are looked through for the question's words and names. */
const BEST_PARAGRAPHS = 3;
const MAX_MISSING_NAMES = 2;

export function answerabilityFeatures(index: SearchIndex, { question, evidence, aspects }: Retrieval): AnswerabilityFeatures {
  const [best, second] = evidence;
  const bestTexts = evidence.slice(0, BEST_PARAGRAPHS).map(({ paragraph: { paragraph } }) => [...paragraph.section, paragraph.text].join(' '));
  const held = new Set(bestTexts.flatMap((text) => words(text).map(stem)));
  const asked = new Set(aspects.flatMap(({ probes }) => probes.flatMap(({ probe }) => probe.terms)));
  const kind = expectedKind(question);
  return {
    score: best?.score ?? 0,
    lead: (best?.score ?? 0) - (second?.score ?? 0),
    similarity: best?.similarity ?? 0,
    coverage: coverage(index, asked, held),
    missingNames: Math.min(MAX_MISSING_NAMES, namesIn(question).filter((name) => !held.has(name)).length),
    missingKind: kind !== undefined && !bestTexts.slice(0, 1).some((text) => holdsKind(text, kind)) ? 1 : 0,
  };
}

/** P(the texts answer the question), 0 to 1. */
export function probabilityAnswerable(features: AnswerabilityFeatures): number {
  let logit = INTERCEPT;
  for (const [name, weight] of Object.entries(WEIGHTS)) logit += weight * features[name as keyof AnswerabilityFeatures];
  return 1 / (1 + Math.exp(-logit));
}

function coverage(index: SearchIndex, asked: ReadonlySet<string>, held: ReadonlySet<string>): number {
  let all = 0;
  let covered = 0;
  for (const term of asked) {
    const idf = index.paragraphTerms.idf(term);
    all += idf;
    if (held.has(term)) covered += idf;
  }
  return all === 0 ? 0 : covered / all;
}

/** Stems of the words with a capital (the first word apart) or a digit. */
function namesIn(question: string): string[] {
  const named = question.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return named
    .filter((word, i) => (i > 0 && /^\p{Lu}/u.test(word)) || /\p{N}/u.test(word))
    .flatMap((word) => words(word))
    .filter((word) => !isStopWord(word))
    .flatMap((word) => terms(word));
}
