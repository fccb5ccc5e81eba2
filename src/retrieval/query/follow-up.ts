import { isStopWord, words } from '../../language/tokenize.js';
import type { ChatMessage } from '../../types.js';
import { FEW_CONTENT_WORDS, MAX_EARLIER_QUESTIONS } from '../settings.js';
import { retrievalRules } from './retrieval-rules.js';

const SIGNS_OF_LEANING = retrievalRules('followUps').flatMap(
  ({ goingOn, placeInList, pointingBack }) => [goingOn, placeInList, pointingBack],
);
const MARKER = /\[\d+\]/u;
const MARKERS = /\s?\[\d+\]/gu;

/** What a question leans on; empty where it stands alone. */
export interface Context {
  /** Earlier questions of the user, oldest first, back to the one that stands alone. */
  readonly questions: readonly string[];
  /** The assistant's last answer, without markers; absent where it cited nothing. */
  readonly answer?: string;
}

/** Whether a question needs what was said before to be understood. */
export function leansOnEarlier(question: string): boolean {
  return (
    contentWordCount(question) <= FEW_CONTENT_WORDS ||
    SIGNS_OF_LEANING.some((sign) => sign.test(question))
  );
}

/** Words that are searched for, repeats counted. */
export function contentWordCount(question: string): number {
  return words(question).filter((word) => !isStopWord(word)).length;
}

/** What the last message leans on. */
export function contextOf(messages: readonly ChatMessage[]): Context {
  const question = messages.at(-1)?.content ?? '';
  const earlier = messages.slice(0, -1);
  const asked = earlier.filter(({ role }) => role === 'user').map(({ content }) => content);
  if (asked.length === 0 || !leansOnEarlier(question)) return { questions: [] };
  const questions: string[] = [];
  for (const content of asked.reverse()) {
    questions.unshift(content);
    if (!leansOnEarlier(content) || questions.length === MAX_EARLIER_QUESTIONS) break;
  }
  const said = earlier.findLast(({ role }) => role === 'assistant')?.content ?? '';
  // Without a marker it was an abstention or a greeting: its words lead nowhere.
  return { questions, ...(MARKER.test(said) ? { answer: said.replaceAll(MARKERS, '') } : {}) };
}

/**
 * The question with what it leans on put before it: what is searched for, in words a person can
 * read.
 */
export function standaloneQuery(question: string, { questions }: Context): string {
  return [...questions, question].map((text) => text.trim()).join(' ');
}
