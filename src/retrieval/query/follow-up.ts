import { LANGUAGES } from '../../language/languages.js';
import { primaryTag } from '../../language/primary-tag.js';
import type { FollowUpRules } from '../../language/rules/retrieval-question-rules.js';
import { isStopWord, words } from '../../language/tokenize.js';
import type { ChatMessage, DocumentMetadata } from '../../types.js';
import { FEW_CONTENT_WORDS, MAX_EARLIER_QUESTIONS, MIN_ANTECEDENT_WORDS } from '../settings.js';
import { namedDocuments, withoutDocumentNames } from './named-documents.js';
import { retrievalRules } from './retrieval-rules.js';

const MARKER = /\[\d+\]/u;
/** In capitals: "IT" is no "it". */
const ACRONYM = /(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu;
/** Written as a name, an acronym or a number: it says what is asked about. */
const NAME = /#|(?<=\p{L}\P{L})\p{Lu}|\p{N}/u;
const MARKERS = /\s?\[\d+\]/gu;

/** What a question leans on; empty where it stands alone. */
export interface Context {
  /** Earlier questions of the user, oldest first, back to the one that stands alone. */
  readonly questions: readonly string[];
  /** The assistant's last answer, without markers; absent where it cited nothing. */
  readonly answer?: string;
}

/** Where nothing is leant on. */
export const NO_CONTEXT: Context = { questions: [] };

/**
 * What of the words of a question shows that it may lean on what was said before, the surest first:
 * `opening`, it goes on with that ("And …") or has hardly a word of its own; `pointing`, a word
 * stands for something that is not in the question; `brief`, the question says little; `doubtful`, a
 * word may stand for something that is not in it; `loose`, a name in it may be it, or it is "they",
 * who may be those whose texts are asked.
 */
export type LeaningSign = 'opening' | 'pointing' | 'brief' | 'doubtful' | 'loose';

/** @param language BCP 47 tag of the question's; undefined to go by all that have rules */
export function leaningSign(question: string, language?: string): LeaningSign | undefined {
  const rules = language === undefined ? retrievalRules('followUps') : rulesOf(language);
  const asked = question.replace(ACRONYM, '#');
  const content = contentWordCount(question, language);
  if (content === 0 || rules.some(({ placeInList }) => placeInList.test(asked))) return 'opening';
  if (rules.some(({ goingOn }) => goingOn.test(asked))) {
    return content <= FEW_CONTENT_WORDS ? 'opening' : 'pointing';
  }
  const first = Math.max(...rules.map(({ pointingBack }) => asked.search(pointingBack)));
  if (first >= 0) return pointingFrom(asked.slice(0, first), language);
  if (content <= FEW_CONTENT_WORDS && !NAME.test(asked)) return 'brief';
  if (rules.some(({ adding }) => adding.test(asked))) return 'doubtful';
  return rules.some(({ speakers }) => speakers.test(asked)) ? 'loose' : undefined;
}

/** By what stands in the question before the word that points. */
function pointingFrom(before: string, language: string | undefined): LeaningSign {
  if (NAME.test(before)) return 'loose';
  return contentWordCount(before, language) < MIN_ANTECEDENT_WORDS ? 'pointing' : 'doubtful';
}

/** Whether a question may need what was said before to be understood. */
export function leansOnEarlier(question: string): boolean {
  return leaningSign(question) !== undefined;
}

function rulesOf(language: string): FollowUpRules[] {
  return LANGUAGES.filter(({ tag }) => tag === primaryTag(language)).flatMap(
    ({ questions }) => questions?.retrieval?.followUps ?? [],
  );
}

/** Words that are searched for, repeats counted. */
export function contentWordCount(question: string, language?: string): number {
  return words(question).filter((word) => !isStopWord(word, language)).length;
}

/** What the last message would lean on, if it leant; nothing where nothing was asked before. */
export function contextOf(messages: readonly ChatMessage[], language?: string): Context {
  const earlier = messages.slice(0, -1);
  const asked = earlier.filter(({ role }) => role === 'user').map(({ content }) => content);
  if (asked.length === 0) return NO_CONTEXT;
  const questions: string[] = [];
  for (const content of asked.reverse()) {
    questions.unshift(content);
    const sign = leaningSign(content, language);
    const stands = sign !== 'opening' && sign !== 'pointing';
    if (stands || questions.length === MAX_EARLIER_QUESTIONS) break;
  }
  const said = earlier.findLast(({ role }) => role === 'assistant')?.content ?? '';
  // Without a marker it was an abstention or a greeting: its words lead nowhere.
  return { questions, ...(MARKER.test(said) ? { answer: said.replaceAll(MARKERS, '') } : {}) };
}

/** A question that names its own texts takes no others from what it leans on. */
export function withinNamed(
  context: Context,
  question: string,
  documents: readonly DocumentMetadata[],
): Context {
  if (namedDocuments(question, documents).length === 0) return context;
  const questions = context.questions.map((earlier) => withoutDocumentNames(earlier, documents));
  return { ...context, questions };
}

/**
 * The question with what it leans on put before it: what is searched for, in words a person can
 * read.
 */
export function standaloneQuery(question: string, { questions }: Context): string {
  return [...questions, question].map((text) => text.trim()).join(' ');
}
