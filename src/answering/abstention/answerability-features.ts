import { questionsOf } from '../../documents/searched-text.js';
import type { QuestionForm } from '../../language/rules/answer-question-rules.js';
import type { WeightedProbe } from '../../retrieval/aspect.js';
import { readingOf } from '../../retrieval/read.js';
import type { Retrieval } from '../../retrieval/retriever.js';
import type { Evidence } from '../../retrieval/search/evidence.js';
import type { BackgroundKind, SearchIndex } from '../../ports/search-index.js';
import type { TokenMatch } from '../../ports/token-matcher.js';
import { closenessTo, similarityTo, type Similarity } from '../../retrieval/search/signals.js';
import { addsKind, expectedKind } from '../questions/expected-kind.js';
import { asksForRankOrPresent, asksToAct } from '../questions/question-aim.js';
import { questionForm } from '../questions/question-form.js';
import { textOf, type Excerpt } from '../quoting/excerpt.js';
import { DEVIATIONS_OF_ONE } from '../../retrieval/settings.js';
import { ABSTENTION } from '../settings.js';
import { ASKED_FORMS, MISSED_KINDS, type AnswerabilityFeatures } from './answerability-model.js';

/** What a decision is made from: what was found, and what would be quoted of it. */
export interface FoundAnswer {
  readonly retrieval: Retrieval;
  readonly excerpts: readonly Excerpt[];
}

/** Standard deviations that make 1 of a feature; its middle is what is usual. */
const DEVIATIONS_OF_MATCH = 8;
/** Of tokens that nobody compares. */
const UNMATCHED = { questionMatch: 0, quoteMatch: 0, nearestTokens: 0, farthestToken: 0 } as const;

/**
 * What tells whether the texts answer a question, see {@link AnswerabilityFeatures}, before its tokens
 * are compared.
 */
export function answerabilityFeatures(
  index: SearchIndex,
  { retrieval: { question, evidence, aspects, paragraphCount }, excerpts }: FoundAnswer,
): AnswerabilityFeatures {
  const probes = aspects[0]?.probes ?? [];
  const near = nearnessTo(index, probes, 'sentence');
  const nearQuestions = nearnessTo(index, probes, 'question');
  const nearest = evidence.slice(0, ABSTENTION.bestParagraphs);
  const [reading = 0, secondReading = 0] = evidence
    .flatMap(({ read }) => (read === undefined ? [] : readingOf(read.passage)))
    .sort((a, b) => b - a);
  const form = questionForm(question);
  const kind = expectedKind(question);
  const missing =
    kind !== undefined && !addsKind(excerpts.map(textOf).join(' '), { kind, question });
  const sentences = nearest.flatMap(({ paragraph }) => paragraph.vectors.sentence);
  const closeness = probes.map(({ probe }) => closenessTo(index, probe)(sentences));
  const beyondChance = besideChance(paragraphCount);
  return {
    reading,
    secondReading,
    similarity: beyondChance(near(sentences)),
    closeness: beyondChance(Math.max(0, ...closeness)),
    questionSimilarity: nearQuestions(
      nearest.flatMap(({ paragraph }) => paragraph.vectors.question),
    ),
    lexical: evidence[0]?.lexical ?? 0,
    crowd: crowdOf(paragraphCount),
    ...UNMATCHED,
    ...oneHot('missing', MISSED_KINDS, missing ? kind : undefined),
    formSimilarity: nearQuestions(nearest.flatMap((found) => questionsOfForm(found, form))),
    asksToAct: Number(asksToAct(question)),
    asksForRankOrPresent: Number(asksForRankOrPresent(question)),
    ...oneHot('asks', ASKED_FORMS, form),
  };
}

/** The same, and how the tokens of the question and of what would be quoted meet. */
export function withMatch(
  features: AnswerabilityFeatures,
  { question, text, nearest, farthest }: TokenMatch,
): AnswerabilityFeatures {
  return {
    ...features,
    questionMatch: matchFeature(question),
    quoteMatch: matchFeature(text),
    nearestTokens: matchFeature(nearest),
    farthestToken: matchFeature(farthest),
  };
}

/**
 * What a similarity of the nearest of all sentences is beside that of a text of
 * {@link ABSTENTION.ordinaryCrowd} paragraphs: of more sentences that have nothing to do with the
 * question the nearest is nearer, by what the largest of so many draws from a normal distribution
 * is larger.
 */
function besideChance(paragraphs: number): (similarity: number) => number {
  const by = largestOf(paragraphs) - largestOf(ABSTENTION.ordinaryCrowd);
  return (similarity) => Math.max(0, similarity - by / DEVIATIONS_OF_ONE);
}

/** In deviations above the mean; a paragraph has some three sentences. */
function largestOf(paragraphs: number): number {
  return Math.sqrt(2 * Math.log(3 * Math.max(1, paragraphs)));
}

/** Of so many paragraphs, on a scale by powers: 0 of one, 1 of {@link ABSTENTION.largeCrowd}. */
function crowdOf(paragraphs: number): number {
  const share = Math.log(Math.max(1, paragraphs)) / Math.log(ABSTENTION.largeCrowd);
  return Math.min(1, share);
}

function matchFeature(deviations: number): number {
  return Math.min(1, Math.max(0, 0.5 + deviations / DEVIATIONS_OF_MATCH));
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

/** Of the question, or of what it leans on, to the nearest of some vectors; at most 1. */
function nearnessTo(
  index: SearchIndex,
  probes: readonly WeightedProbe[],
  among: BackgroundKind,
): Similarity {
  const similarities = probes.map(({ probe }) => similarityTo(index, probe, among));
  return (vectors) =>
    Math.min(
      1,
      similarities.reduce((most, similarity) => Math.max(most, similarity(vectors)), 0),
    );
}

/** Vectors of the expansion questions of a paragraph that ask in the given form. */
function questionsOfForm({ paragraph }: Evidence, form: QuestionForm): Float32Array[] {
  return questionsOf(paragraph.document, paragraph.paragraph).flatMap((question, i) =>
    questionForm(question) === form ? (paragraph.vectors.question[i] ?? []) : [],
  );
}
