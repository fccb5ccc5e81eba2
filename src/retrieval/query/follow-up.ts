import { isStopWord, words } from '../../language/tokenize.js';
import type { ChatMessage } from '../../types.js';

/** Words that point back at something said before. */
const POINTING_BACK =
  /\b(?:it|its|itself|they|them|their|theirs|he|him|his|she|her|hers|this|that|these|those|there|then|such|ones?|both|former|latter|same|else|others?|too)\b/iu;
/** Openings that go on with what was said. */
const GOING_ON =
  /^\s*(?:and|but|or|so|also|what about|how about|why not|what for|why|how so|since when|like what|such as)\b/iu;
/** "the second one", "the last of the three": places in a list given before. */
const PLACE_IN_LIST =
  /\bthe (?:first|second|third|fourth|fifth|last|next|other|previous)\b(?: (?:one|of)\b|\s*\?|$)/iu;
/** With so few content words a question cannot stand alone after an earlier one. */
const FEW_CONTENT_WORDS = 1;
const MARKER = /\[\d+\]/u;
const MARKERS = /\s?\[\d+\]/gu;
/** How far back a chain of follow-ups is traced. */
const MAX_EARLIER_QUESTIONS = 3;

/** What a question leans on; empty where it stands alone. */
export interface Context {
  /** Earlier questions of the user, oldest first, back to the one that stands alone. */
  readonly questions: readonly string[];
  /** The assistant's last answer, without markers; absent where it cited nothing. */
  readonly answer?: string;
}

/** Whether a question needs what was said before to be understood. */
export function leansOnEarlier(question: string): boolean {
  const contentWords = words(question).filter((word) => !isStopWord(word));
  return (
    contentWords.length <= FEW_CONTENT_WORDS ||
    GOING_ON.test(question) ||
    PLACE_IN_LIST.test(question) ||
    POINTING_BACK.test(question)
  );
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
