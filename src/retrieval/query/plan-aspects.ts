import type { DocumentMetadata } from '../../types.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import type { NamedSentences } from '../aspect.js';
import {
  EARLIER_ANSWER_WEIGHT,
  EARLIER_QUESTION_WEIGHT,
  MAX_ASPECTS,
  STANDALONE_WEIGHT,
  WHOLE_QUESTION_WEIGHT,
  WITH_DOCUMENT_NAME_WEIGHT,
} from '../settings.js';
import { coordinationSplits } from './coordination-split.js';
import { contentWordCount, standaloneQuery, type Context } from './follow-up.js';
import { namedDocuments, withoutDocumentNames } from './named-documents.js';
import type { QuestionTargets } from './question-targets.js';
import { splitQuestion } from './split-question.js';
import type { SubQuestion } from './sub-question.js';

/** A text to search for, what it is to the question, and how much it counts. */
export interface AspectText {
  readonly role:
    | 'own'
    | 'with-document-name'
    | 'whole-question'
    | 'standalone'
    | 'earlier-questions'
    | 'earlier-answer';
  readonly text: string;
  /** Beside 1 for the aspect's own words. */
  readonly weight: number;
}

/** What to search for to find one of the things that a question asks, and where. */
export interface AspectPlan {
  /** The first is the aspect's own words; the others say what they lean on. */
  readonly texts: readonly [AspectText, ...AspectText[]];
  /** Ids of the documents to look in; all where absent. */
  readonly within: ReadonlySet<string> | undefined;
  /** Id of the one document that the question names. */
  readonly preferred: string | undefined;
  /** Paragraphs at the places there that the question names, in the order of the index. */
  readonly named: readonly IndexedParagraph[];
  /** Of those of which only sentences are named, these. */
  readonly sentences: NamedSentences;
  /** Something is asked of these; else all that they say is wanted. */
  readonly ofNamed: boolean;
}

export interface PlanAspectsOptions {
  /** The documents to look in. */
  readonly documents: readonly DocumentMetadata[];
  /** Their ids, where they are not all. */
  readonly within: AspectPlan['within'];
  readonly context: Context;
  readonly targets: QuestionTargets;
}

/**
 * A question with several parts has a sub-question for each; one that compares documents has one
 * for each of them. At most {@link MAX_ASPECTS}.
 */
export function planAspects(
  question: string,
  { documents, within, context, targets }: PlanAspectsOptions,
): SubQuestion<AspectPlan>[] {
  const parts = splitQuestion(question);
  const plans = parts.flatMap((part): AspectPlan[] => {
    const named = namedDocuments(part, documents);
    const subject = named.length > 0 ? withoutDocumentNames(part, documents) : part;
    const texts: AspectPlan['texts'] = [
      ownText(subject, context),
      ...(named.length === 1 && subject !== part ? [withDocumentName(part)] : []),
      ...(parts.length > 1 ? [wholeQuestion(question)] : []),
      ...earlierTexts(subject, context),
    ];
    const places =
      named.length > 1
        ? named.map((id) => ({ within: new Set([id]), preferred: undefined }))
        : [{ within, preferred: named[0] }];
    return places.map((place) => ({
      texts,
      ...place,
      named: namedAt(place, targets),
      sentences: targets.sentences,
      ofNamed: targets.ofNamed,
    }));
  });
  const asked = plans.slice(0, MAX_ASPECTS).map((whole) => ({ whole, splits: splitsOf(whole) }));
  if (parts.length === 1) return asked;
  const texts: AspectPlan['texts'] = [
    ownText(question, context),
    ...earlierTexts(question, context),
  ];
  const named = namedDocuments(question, documents);
  const place = { within, preferred: named.length === 1 ? named[0] : undefined };
  const whole = {
    texts,
    ...place,
    named: namedAt(place, targets),
    sentences: targets.sentences,
    ofNamed: targets.ofNamed,
  };
  return [{ whole, splits: [], ranksOnly: true }, ...asked];
}

/** None where the aspect names paragraphs: what is asked for is known. */
function splitsOf(whole: AspectPlan): SubQuestion<AspectPlan>['splits'] {
  if (whole.named.length > 0) return [];
  const [own, ...leaning] = whole.texts;
  const half = (text: string): AspectPlan => ({
    ...whole,
    texts: [{ role: 'own', text, weight: 1 }, wholeQuestion(own.text), ...leaning],
  });
  return coordinationSplits(own.text).map(([first, second]) => [half(first), half(second)]);
}

/** Those of the document that is preferred, where it has any. */
function namedAt(
  { within, preferred }: Pick<AspectPlan, 'within' | 'preferred'>,
  targets: QuestionTargets,
): IndexedParagraph[] {
  const named = [...targets.named].filter(({ document }) => within?.has(document.id) !== false);
  const inPreferred = named.filter(({ document }) => document.id === preferred);
  return inPreferred.length > 0 ? inPreferred : named;
}

function withDocumentName(text: string): AspectText {
  return { role: 'with-document-name', text, weight: WITH_DOCUMENT_NAME_WEIGHT };
}

function wholeQuestion(text: string): AspectText {
  return { role: 'whole-question', text, weight: WHOLE_QUESTION_WEIGHT };
}

/** "What for?" says nothing by itself: its own words are those of what it leans on. */
function ownText(text: string, context: Context): AspectText {
  const says = contentWordCount(text) > 0 || context.questions.length === 0;
  return { role: 'own', text: says ? text : standaloneQuery(text, context), weight: 1 };
}

function earlierTexts(own: string, context: Context): AspectText[] {
  const { questions, answer } = context;
  if (questions.length === 0) return [];
  const texts: AspectText[] = [
    { role: 'standalone', text: standaloneQuery(own, context), weight: STANDALONE_WEIGHT },
    { role: 'earlier-questions', text: questions.join(' '), weight: EARLIER_QUESTION_WEIGHT },
  ];
  return answer === undefined
    ? texts
    : [...texts, { role: 'earlier-answer', text: answer, weight: EARLIER_ANSWER_WEIGHT }];
}
