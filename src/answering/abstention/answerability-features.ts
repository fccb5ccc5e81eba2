import { questionsOf, withHeading } from '../../documents/searched-text.js';
import { ANSWER_KINDS, type QuestionForm } from '../../language/rules/answer-question-rules.js';
import { isStopWord, stem, terms, words } from '../../language/tokenize.js';
import type { WeightedProbe } from '../../retrieval/aspect.js';
import { withoutDocumentNames } from '../../retrieval/query/named-documents.js';
import type { Retrieval } from '../../retrieval/retriever.js';
import type { Evidence } from '../../retrieval/search/evidence.js';
import { readingOf } from '../../retrieval/read.js';
import type { IndexedParagraph, SearchIndex } from '../../retrieval/search/search-index.js';
import { similarityTo } from '../../retrieval/search/signals.js';
import { addsKind, expectedKind } from '../questions/expected-kind.js';
import { asksForRankOrPresent, asksToAct } from '../questions/question-aim.js';
import { questionForm } from '../questions/question-form.js';
import { textOf, type Excerpt } from '../quoting/excerpt.js';
import { ABSTENTION } from '../settings.js';
import { ASKED_FORMS, type AnswerabilityFeatures } from './answerability-model.js';

/** What a decision is made from: what was found, and what would be quoted of it. */
export interface FoundAnswer {
  readonly retrieval: Retrieval;
  readonly excerpts: readonly Excerpt[];
}

/** What tells whether the texts answer a question, see {@link AnswerabilityFeatures}. */
export function answerabilityFeatures(
  index: SearchIndex,
  { retrieval: { question, query, evidence, aspects }, excerpts }: FoundAnswer,
): AnswerabilityFeatures {
  const [best] = evidence;
  const asked = new Set(terms(withoutDocumentNames(query, index.documents)));
  const rarity = (some: Iterable<string>): number =>
    [...some].reduce((sum, term) => sum + index.paragraphTerms.idf(term), 0);
  const share = (some: readonly string[]): number =>
    asked.size === 0 ? 0 : rarity(some) / rarity(asked);
  const nearest = evidence.slice(0, ABSTENTION.bestParagraphs);
  const form = questionForm(question);
  const kind = expectedKind(question);
  const missing =
    kind !== undefined && !addsKind(excerpts.map(textOf).join(' '), { kind, question });
  const probes = aspects[0]?.probes ?? [];
  const readings = evidence.flatMap(({ read }) => read ?? []);
  const passages = readings.map(({ passage }) => readingOf(passage)).sort((a, b) => b - a);
  return {
    reading: passages[0] ?? 0,
    secondReading: passages[1] ?? 0,
    sentenceReading: readings
      .flatMap(({ sentences }) => sentences)
      .reduce((most, logit) => Math.max(most, readingOf(logit)), 0),
    similarity: nearest.reduce(
      (most, { paragraph }) => Math.max(most, nearness(index, probes, paragraph.entries.sentence)),
      0,
    ),
    questionSimilarity: nearest.reduce(
      (most, { paragraph }) => Math.max(most, nearness(index, probes, paragraph.entries.question)),
      0,
    ),
    lexical: best?.lexical ?? 0,
    coverage: share([...asked].filter((term) => best?.paragraph.terms.has(term) === true)),
    unknown: share([...asked].filter((term) => !index.paragraphTerms.has(term))),
    missingNames: missingNames(question, nearest),
    ...oneHot('missing', ANSWER_KINDS, missing ? kind : undefined),
    formSimilarity: formSimilarity(index, {
      probes,
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

/** Of the question, or of what it leans on, with the nearest of these vectors. */
function nearness(
  index: SearchIndex,
  probes: readonly WeightedProbe[],
  entries: readonly number[],
): number {
  return probes.reduce((most, { probe }) => Math.max(most, similarityTo(index, probe)(entries)), 0);
}

interface AskedForm {
  readonly probes: readonly WeightedProbe[];
  readonly form: QuestionForm;
  readonly evidence: readonly Evidence[];
}

/**
 * Cosine of the question, or of what it leans on, with the nearest expansion question of the same
 * form; 0 where there is none.
 */
function formSimilarity(index: SearchIndex, { probes, form, evidence }: AskedForm): number {
  const entries = evidence.flatMap(({ paragraph }) =>
    questionsOf(paragraph.document, paragraph.paragraph).flatMap((question, i) =>
      questionForm(question) === form ? (paragraph.entries.question[i] ?? []) : [],
    ),
  );
  return nearness(index, probes, entries);
}

/** How many names and numbers of a question none of the paragraphs holds. */
function missingNames(question: string, evidence: readonly Evidence[]): number {
  const held = new Set(
    evidence.flatMap(({ paragraph }) => [...wordingTerms(paragraph), ...titleTerms(paragraph)]),
  );
  const missing = namesIn(question).filter((name) => !held.has(name));
  return Math.min(ABSTENTION.maxMissingNames, missing.length);
}

/** What stands in the text itself: a name that only its questions have is not in it. */
function wordingTerms({ paragraph }: IndexedParagraph): string[] {
  return terms(withHeading(paragraph, paragraph.text));
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
