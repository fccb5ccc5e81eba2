import type { Document } from '../../types.js';
import type { Context } from './follow-up.js';
import { namedDocuments, withoutDocumentNames } from './named-documents.js';
import { splitQuestion } from './split-question.js';

/** An answer to more things at once would be none; and each takes a search of its own. */
const MAX_ASPECTS = 4;
/** How much what was said before counts beside the question that leans on it. */
const EARLIER_QUESTION_WEIGHT = 0.5;
const EARLIER_ANSWER_WEIGHT = 0.3;
/**
 * How much the question with the name of its document counts beside the one without: the name may
 * be a place in the text.
 */
const NAMED_WEIGHT = 0.5;
/** How much the whole question counts beside the part of it that an aspect is about. */
export const WHOLE_QUESTION_WEIGHT = 0.3;

/** One of the things that a question asks: what to search for, and where. */
export interface AspectRequest {
  /** The first is the aspect's own words; the others say what they lean on. */
  readonly texts: readonly { readonly text: string; readonly weight: number }[];
  /** Ids of the documents to look in; all where absent. */
  readonly within: ReadonlySet<string> | undefined;
  /** Id of the one document that the question names. */
  readonly preferred: string | undefined;
}

/**
 * A question with several parts has an aspect for each; one that compares documents has one for
 * each of them.
 */
export function splitAspects(
  question: string,
  {
    documents,
    within,
    context,
  }: {
    readonly documents: readonly Document[];
    readonly within: AspectRequest['within'];
    readonly context: Context;
  },
): AspectRequest[] {
  const parts = splitQuestion(question);
  const requests = parts.flatMap((part): AspectRequest[] => {
    const named = namedDocuments(part, documents);
    const subject = named.length > 0 ? withoutDocumentNames(part, documents) : part;
    const texts = [
      { text: subject, weight: 1 },
      ...(named.length === 1 && subject !== part ? [{ text: part, weight: NAMED_WEIGHT }] : []),
      ...(parts.length > 1 ? [{ text: question, weight: WHOLE_QUESTION_WEIGHT }] : []),
      ...earlierTexts(context),
    ];
    if (named.length > 1) {
      return named.map((id) => ({ texts, within: new Set([id]), preferred: undefined }));
    }
    return [{ texts, within, preferred: named[0] }];
  });
  return requests.slice(0, MAX_ASPECTS);
}

function earlierTexts({
  questions,
  answer,
}: Context): { readonly text: string; readonly weight: number }[] {
  if (questions.length === 0) return [];
  const earlier = [{ text: questions.join(' '), weight: EARLIER_QUESTION_WEIGHT }];
  return answer === undefined
    ? earlier
    : [...earlier, { text: answer, weight: EARLIER_ANSWER_WEIGHT }];
}
