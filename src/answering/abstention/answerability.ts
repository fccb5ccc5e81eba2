import { similarityTo } from '../../ranking/exact-search.js';
import type { Evidence } from '../../retrieval/search/evidence.js';
import type { WeightedProbe } from '../../retrieval/aspect.js';
import type { Retrieval } from '../../retrieval/retriever.js';
import { withoutDocumentNames } from '../../retrieval/query/named-documents.js';
import type { IndexedParagraph, SearchIndex } from '../../retrieval/search/search-index.js';
import { questionsOf } from '../../documents/searched-text.js';
import { isStopWord, stem, terms, words } from '../../language/tokenize.js';
import {
  ASKED_FORMS,
  probabilityAnswerable,
  type AnswerabilityFeatures,
  type AnswerabilityModel,
} from './answerability-model.js';
import { ANSWERABILITY_MODELS } from './answerability-weights.js';
import { spanOf, type Excerpt } from '../quoting/excerpt.js';
import { addsKind, ANSWER_KINDS, expectedKind } from '../expected-kind.js';
import { pickExcerpts } from '../quoting/pick-excerpts.js';
import { asksForRankOrPresent, asksToAct, isCourtesy } from './question-aim.js';
import { questionForm, type QuestionForm } from '../question-form.js';

/** Paragraphs that are looked through for the question's words and names. */
const BEST_PARAGRAPHS = 3;
const MAX_MISSING_NAMES = 2;
/**
 * Share of the question's words, weighted by rarity, that the best paragraph must hold where there
 * are no vectors to go by.
 */
const MIN_COVERAGE = 0.5;

/** Whether the texts answer the question, as far as its evidence tells. */
export function isAnswerable(index: SearchIndex, retrieval: Retrieval): boolean {
  return answerableProbability(index, retrieval) >= modelFor(retrieval).minProbability;
}

/**
 * P(the texts answer the question), 0 to 1; certain where the question names a place by its number
 * that is there, or is not, and where nothing is asked.
 */
export function answerableProbability(index: SearchIndex, retrieval: Retrieval): number {
  if (
    retrieval.evidence.length === 0 ||
    retrieval.reference === 'unknown' ||
    isCourtesy(retrieval.question)
  ) {
    return 0;
  }
  if (retrieval.reference === 'found') return 1;
  const features = answerabilityFeatures(index, retrieval);
  // Of a language that the embedding model cannot read, only shared words tell.
  if (retrieval.aspects.every(({ probes: [own] }) => own?.probe.vector === undefined)) {
    return features.coverage >= MIN_COVERAGE ? 1 : 0;
  }
  return probabilityAnswerable(modelFor(retrieval), features);
}

function modelFor({ evidence: [best] }: Retrieval): AnswerabilityModel {
  return best !== undefined && hasExpansion(best.paragraph)
    ? ANSWERABILITY_MODELS.expanded
    : ANSWERABILITY_MODELS.plain;
}

export function answerabilityFeatures(
  index: SearchIndex,
  { question, query, evidence, aspects }: Retrieval,
): AnswerabilityFeatures {
  const [best] = evidence;
  const asked = new Set(terms(withoutDocumentNames(query, index.documents)));
  const rarity = (some: Iterable<string>): number =>
    [...some].reduce((sum, term) => sum + index.paragraphTerms.idf(term), 0);
  const share = (some: readonly string[]): number =>
    asked.size === 0 ? 0 : rarity(some) / rarity(asked);
  const nearest = evidence.slice(0, BEST_PARAGRAPHS);
  const held = new Set(
    nearest.flatMap(({ paragraph }) => [...paragraph.terms, ...titleTerms(paragraph)]),
  );
  const quoted = pickExcerpts(index, aspects).map(textOf).join(' ');
  const form = questionForm(question);
  const kind = expectedKind(question);
  const missing = kind !== undefined && !addsKind(quoted, { kind, question });
  return {
    lexical: best?.lexical ?? 0,
    partSimilarity: best?.partSimilarity ?? 0,
    coverage: share([...asked].filter((term) => best?.paragraph.terms.has(term) === true)),
    unknown: share([...asked].filter((term) => !index.paragraphTerms.has(term))),
    missingNames: Math.min(
      MAX_MISSING_NAMES,
      namesIn(question).filter((name) => !held.has(name)).length,
    ),
    ...oneHot('missing', ANSWER_KINDS, missing ? kind : undefined),
    formSimilarity: formSimilarity(index, {
      probes: aspects[0]?.probes ?? [],
      form,
      evidence: nearest,
    }),
    asksToAct: Number(asksToAct(question)),
    asksForRankOrPresent: Number(asksForRankOrPresent(question)),
    ...oneHot('asks', ASKED_FORMS, form),
  };
}

function oneHot<Prefix extends string, Name extends string>(
  prefix: Prefix,
  names: readonly Name[],
  held: string | undefined,
): Record<`${Prefix}-${Name}`, number> {
  return Object.fromEntries(
    names.map((name) => [`${prefix}-${name}`, Number(name === held)]),
  ) as Record<`${Prefix}-${Name}`, number>;
}

function textOf(excerpt: Excerpt): string {
  const { start, end } = spanOf(excerpt);
  return excerpt.paragraph.document.text.slice(start, end);
}

/**
 * Cosine of the question, or of what it leans on, with the nearest expansion question of the same
 * form; 0 where there is none.
 */
function formSimilarity(
  index: SearchIndex,
  {
    probes,
    form,
    evidence,
  }: {
    readonly probes: readonly WeightedProbe[];
    readonly form: QuestionForm;
    readonly evidence: readonly Evidence[];
  },
): number {
  const entries = evidence.flatMap(({ paragraph }) =>
    questionsOf(paragraph.document, paragraph.paragraph).flatMap((question, i) =>
      questionForm(question) === form ? (paragraph.entries.question[i] ?? []) : [],
    ),
  );
  const similarities = probes.flatMap(({ probe: { vector } }) =>
    vector ? entries.map((entry) => similarityTo(index.vectors, entry, vector)) : [],
  );
  return similarities.reduce((best, similarity) => Math.max(best, similarity), 0);
}

function hasExpansion({ document, paragraph }: IndexedParagraph): boolean {
  return questionsOf(document, paragraph).length > 0;
}

function titleTerms({ document }: IndexedParagraph): string[] {
  return terms([document.title, document.place, document.date].join(' '));
}

/** Stems of the words with a capital (the first word apart) or a digit. */
function namesIn(question: string): string[] {
  const named = question.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return named
    .filter((word, i) => (i > 0 && /^\p{Lu}/u.test(word)) || /\p{N}/u.test(word))
    .flatMap((word) => words(word))
    .filter((word) => !isStopWord(word))
    .map(stem);
}
