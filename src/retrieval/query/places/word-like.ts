import { alternatives } from '../../../language/any-of.js';
import { retrievalRules } from '../retrieval-rules.js';
import { CONJUNCTION, END_OF_WORD, OF, RANGE } from './number-frame.js';
import { NUMBERED_NAMES } from './place-names.js';

const RULES = retrievalRules('references').flatMap(({ wordLike }) => wordLike ?? []);
const WORD_LIKE = new RegExp(`^(?:I|${alternatives(RULES.map(({ numbers }) => numbers))})$`, 'u');
const END = String.raw`\s*(?:$|[?.,;:)»”"])`;
const AFTER_WORD_LIKE = new RegExp(
  [
    `^(?:${END}`,
    String.raw`\s*(?:${alternatives(RULES.flatMap(({ before }) => before ?? []))})${END_OF_WORD}`,
    String.raw`\s*(?:${NUMBERED_NAMES})\.?\s)`,
  ].join('|'),
  'iu',
);
/** A stop may be that of a short form: "ст. 5 ч. 2". */
const AT_END = /^\s*(?:$|[?,;:)»”"]|\.\s*$)/u;
/** "article 5 y el 7": it joins what follows. */
const JOINS = new RegExp(`^(?:${CONJUNCTION}|${RANGE}|${OF})$`, 'iu');

const NEXT_ROMAN = new RegExp(
  String.raw`^(?:,|,?\s+(?:${CONJUNCTION}|${RANGE}))\s+(?!I\b)[IVXLC]{1,5}\b`,
  'u',
);
const NEXT_LETTER = new RegExp(
  String.raw`^(?:,|,?\s+(?:${CONJUNCTION}))\s+(?<next>\p{Ll})(?![\p{L}\p{N}'’])`,
  'u',
);

/** "a and b", "a, b", "I and V", "I to V". */
function isBeforeNext(letters: string, rest: string): boolean {
  if (letters === 'I') return NEXT_ROMAN.test(rest);
  const next = NEXT_LETTER.exec(rest)?.groups?.['next'];
  return next !== undefined && /^\p{Ll}$/u.test(letters) && letters < next;
}

/** Whether letters that may be a number are a word of the sentence: "any articles I should read". */
export function isWord(letters: string, matched: string, rest: string): boolean {
  const isQuoted = /[(«“"]/u.test(matched);
  if (isBeforeNext(letters, rest)) return false;
  return !isQuoted && WORD_LIKE.test(letters) && !AFTER_WORD_LIKE.test(rest);
}

/** Whether a letter that stands behind a number and a blank goes with it: "section 2.1 b". */
export function belongsToNumber(letter: string, rest: string): boolean {
  if (AT_END.test(rest) || /^\s\p{Lu}{2,}(?!\p{L})/u.test(rest)) return true;
  return !rest.startsWith('.') && AFTER_WORD_LIKE.test(rest) && !JOINS.test(letter);
}
