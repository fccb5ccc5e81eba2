import { ANSWER_KINDS, type AnswerKind } from '../../language/rules/answer-question-rules.js';
import { anyOf, type Matcher } from '../../language/any-of.js';
import { words } from '../../language/tokenize.js';
import { ANSWER_RULES } from '../answer-rules.js';

/** Tried in this order. */
const ASKS: readonly (readonly [AnswerKind, Matcher])[] = ANSWER_KINDS.map((kind) => [
  kind,
  anyOf(ANSWER_RULES.map(({ asks }) => asks[kind])),
]);
/** Any language's: names that answer nothing. */
const EVERYWHERE: ReadonlySet<string> = new Set(
  ANSWER_RULES.flatMap(({ namesEverywhere }) => namesEverywhere),
);
/** A number that looks so is no count. */
const YEAR = /^(?:1[89]|20)\d\d$/u;
const PRINTED_NUMBER = /^\s*\d+\.\s/u;

/** The kind of thing that a question asks for, where its words say so. */
export function expectedKind(question: string): AnswerKind | undefined {
  return ASKS.find(([, pattern]) => pattern.test(question))?.[0];
}

/** A kind that a question asks for. */
export interface AskedKind {
  readonly kind: AnswerKind;
  readonly question: string;
}

/**
 * Whether a text holds a thing of that kind that the question does not hold itself. The printed
 * number of a paragraph does not count.
 */
export function addsKind(text: string, asked: AskedKind): boolean {
  return heldIn(text.replace(PRINTED_NUMBER, ''), asked.kind).some((thing) =>
    isAdded(thing, asked),
  );
}

/** Whether a thing of that kind answers: the question does not say it itself. */
export function isAdded(held: string, { kind, question }: AskedKind): boolean {
  const thing = held.toLowerCase();
  switch (kind) {
    case 'date':
      return !question.toLowerCase().includes(thing);
    case 'frequency':
      return true;
    case 'number':
      return !YEAR.test(thing) && !words(question).includes(thing);
    case 'name':
      return !EVERYWHERE.has(thing) && !words(question).includes(thing);
  }
}

/** Things of that kind in a text, in lower case. */
function heldIn(text: string, kind: AnswerKind): string[] {
  const line = text.replace(/\s+/gu, ' ');
  return ANSWER_RULES.flatMap(({ holds }) => line.match(holds[kind]) ?? []).map((thing) =>
    thing.toLowerCase(),
  );
}
