import { alternatives } from '../../../language/any-of.js';
import { terms } from '../../../language/tokenize.js';
import type { Document } from '../../../types.js';
import { withoutDocumentNames } from '../named-documents.js';
import { retrievalRules } from '../retrieval-rules.js';
import { isInitialsOf } from './title-initials.js';

const ASKING = alternatives(retrievalRules('references').flatMap(({ asking }) => asking ?? []));
const HAN = String.raw`\p{Script=Han}`;
/** Whole words, and anywhere in a script that has no blanks between them. */
const WHOLE_PLACE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${ASKING})(?![\p{L}\p{N}])|(?<=${HAN}|^|\P{L})(?=${HAN})(?:${ASKING})`,
  'giu',
);

const ASKING_WORD = new RegExp(`^(?:${ASKING})$`, 'iu');

/** Whether a word is said of what one wants to read: "say", "about". */
export function isAskingWord(word: string): boolean {
  return ASKING_WORD.test(word);
}

/** Whether something is asked of the documents beside what is said to be read whole. */
export function asksForMore(question: string, documents: readonly Document[]): boolean {
  const titles = new Set(
    documents.flatMap(({ id, title, place = '' }) => terms(`${id} ${title} ${place}`)),
  );
  const rest = withoutDocumentNames(question, documents)
    .replace(WHOLE_PLACE, ' ')
    .replace(/\p{Lu}{2,}/gu, (word) =>
      documents.some(({ title }) => isInitialsOf(word, title)) ? ' ' : word,
    );
  return terms(rest).some((term) => !titles.has(term));
}
