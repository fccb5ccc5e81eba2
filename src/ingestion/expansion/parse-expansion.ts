import { z } from 'zod';
import { jsonObjectIn } from '../../prompting/json-object.js';
import { words } from '../../language/tokenize.js';
import type { Expansion } from '../../types.js';

const MIN_QUESTIONS = 3;
const MAX_QUESTIONS = 8;
/** 20 words were asked for; nobody types this much into a search box. */
const MAX_QUESTION_CHARACTERS = 200;
const MIN_QUESTION_WORDS = 2;
const MAX_WORDS_CHARACTERS = 400;
/** `1. `, `- ` or `* ` before a question. */
const LIST_MARK = /^(?:\d{1,2}[.)]|[-*•])\s+/u;
const LINK = /:\/\/|\bwww\./iu;

const reply = z.object({
  questions: z.array(z.unknown()).max(50),
  words: z.union([z.string(), z.array(z.string()).transform((list) => list.join(', '))]).catch(''),
});

/** How questions are compared: by their words alone. */
export function questionKey(question: string): string {
  return words(question).join(' ');
}

/**
 * Reads what a model wrote for one paragraph. What is not usable is left out: copies, also of
 * `taken` ones, links, what is far too long or no text at all. Undefined where fewer than three
 * questions remain.
 */
export function parseExpansion(text: string, taken: ReadonlySet<string>): Expansion | undefined {
  const parsed = reply.safeParse(jsonObjectIn(text));
  if (!parsed.success) return undefined;
  const questions = new Map<string, string>();
  for (const candidate of parsed.data.questions) {
    const question =
      typeof candidate === 'string' ? plainLine(candidate).replace(LIST_MARK, '') : '';
    const key = questionKey(question);
    if (isUsable(question) && !taken.has(key) && !questions.has(key)) questions.set(key, question);
  }
  if (questions.size < MIN_QUESTIONS) return undefined;
  return {
    questions: [...questions.values()].slice(0, MAX_QUESTIONS),
    words: shortened(plainLine(parsed.data.words)),
  };
}

function isUsable(question: string): boolean {
  return (
    question.length <= MAX_QUESTION_CHARACTERS &&
    words(question).length >= MIN_QUESTION_WORDS &&
    !LINK.test(question)
  );
}

/** One line, without what cannot be seen. */
function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, '')
    .trim();
}

function shortened(list: string): string {
  if (LINK.test(list)) return '';
  if (list.length <= MAX_WORDS_CHARACTERS) return list;
  const cut = list.lastIndexOf(',', MAX_WORDS_CHARACTERS);
  return cut < 0 ? '' : list.slice(0, cut);
}
