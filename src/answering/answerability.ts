import { similarityTo } from '../ranking/exact-search.js';
import type { Evidence, Probe } from '../retrieval/evidence.js';
import type { Retrieval } from '../retrieval/retriever.js';
import { withoutDocumentNames } from '../retrieval/named-documents.js';
import type { IndexedParagraph, SearchIndex } from '../retrieval/search-index.js';
import { questionsOf } from '../text/searched-text.js';
import { isStopWord, stem, terms, words } from '../text/tokenize.js';
import { ASKED_FORMS, probabilityAnswerable, type AnswerabilityFeatures, type AnswerabilityModel } from './answerability-model.js';
import { ANSWERABILITY_MODELS } from './answerability-weights.js';
import { expectedKind, holdsKind } from './expected-kind.js';
import { questionForm, type QuestionForm } from './question-form.js';

/** Paragraphs that are looked through for the question's words and names. */
const BEST_PARAGRAPHS = 3;
const MAX_MISSING_NAMES = 2;

/** Whether the texts answer the question, as far as its evidence tells. */
export function isAnswerable(index: SearchIndex, retrieval: Retrieval): boolean {
  return answerableProbability(index, retrieval) >= modelFor(retrieval).minProbability;
}

/** P(the texts answer the question), 0 to 1; certain where the question names a place by its number that is there, or is not. */
export function answerableProbability(index: SearchIndex, retrieval: Retrieval): number {
  if (retrieval.evidence.length === 0 || retrieval.reference === 'unknown') return 0;
  if (retrieval.reference === 'found') return 1;
  return probabilityAnswerable(modelFor(retrieval), answerabilityFeatures(index, retrieval));
}

function modelFor({ evidence: [best] }: Retrieval): AnswerabilityModel {
  return best !== undefined && hasExpansion(best.paragraph) ? ANSWERABILITY_MODELS.expanded : ANSWERABILITY_MODELS.plain;
}

export function answerabilityFeatures(index: SearchIndex, { question, query, evidence, aspects }: Retrieval): AnswerabilityFeatures {
  const [best, second] = evidence;
  const asked = new Set(terms(withoutDocumentNames(query, index.documents)));
  const rarity = (some: Iterable<string>): number => [...some].reduce((sum, term) => sum + index.paragraphTerms.idf(term), 0);
  const share = (some: readonly string[]): number => (asked.size === 0 ? 0 : rarity(some) / rarity(asked));
  const held = new Set(evidence.slice(0, BEST_PARAGRAPHS).flatMap(({ paragraph }) => [...paragraph.terms, ...titleTerms(paragraph)]));
  const kind = expectedKind(question);
  const form = questionForm(question);
  const own = aspects[0]?.probes[0]?.probe;
  return {
    score: best?.score ?? 0,
    lead: (best?.score ?? 0) - (second?.score ?? 0),
    lexical: best?.lexical ?? 0,
    partSimilarity: best?.partSimilarity ?? 0,
    coverage: share([...asked].filter((term) => best?.paragraph.terms.has(term) === true)),
    unknown: share([...asked].filter((term) => !index.paragraphTerms.has(term))),
    missingNames: Math.min(MAX_MISSING_NAMES, namesIn(question).filter((name) => !held.has(name)).length),
    missingKind: kind !== undefined && best !== undefined && !holdsKind(best.paragraph.paragraph.text, kind) ? 1 : 0,
    ...formSupport(index, { probe: own, form, evidence: evidence.slice(0, BEST_PARAGRAPHS) }),
    ...(Object.fromEntries(ASKED_FORMS.map((name) => [`asks-${name}`, name === form ? 1 : 0])) as Record<`asks-${(typeof ASKED_FORMS)[number]}`, number>),
  };
}

function formSupport(
  index: SearchIndex,
  { probe, form, evidence }: { readonly probe: Probe | undefined; readonly form: QuestionForm; readonly evidence: readonly Evidence[] },
): { readonly formSimilarity: number; readonly formGap: number } {
  let sameForm = 0;
  let anyForm = 0;
  for (const { paragraph } of evidence) {
    questionsOf(paragraph.document, paragraph.paragraph).forEach((question, i) => {
      const entry = paragraph.entries.question[i];
      if (entry === undefined || probe?.vector === undefined) return;
      const similarity = similarityTo(index.vectors, entry, probe.vector);
      anyForm = Math.max(anyForm, similarity);
      if (questionForm(question) === form) sameForm = Math.max(sameForm, similarity);
    });
  }
  return { formSimilarity: sameForm, formGap: anyForm - sameForm };
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
