import { alternatives } from '../../../language/any-of.js';
import { remembered } from '../../../documents/remembered.js';
import { terms } from '../../../language/tokenize.js';
import type { DocumentMetadata } from '../../../types.js';
import { withoutDocumentNames } from '../named-documents.js';
import { retrievalRules } from '../retrieval-rules.js';
import { withInitials } from './title-initials.js';

const SUMMARISING = retrievalRules('references').flatMap(({ summarising }) => summarising ?? []);
const ASKING = [
  ...retrievalRules('references').flatMap(({ asking }) => asking ?? []),
  ...SUMMARISING,
];
const HAN = String.raw`\p{Script=Han}`;
/** Whole words, and anywhere in a script that has no blanks between them. */
const WHOLE_PLACE = new RegExp(anywhereAmongHan(ASKING), 'giu');
const GIST = new RegExp(anywhereAmongHan(SUMMARISING), 'iu');

function anywhereAmongHan(words: readonly string[]): string {
  const han = words.filter((word) => /^\p{Script=Han}/u.test(word));
  const others = words.filter((word) => !han.includes(word));
  return (
    String.raw`(?<![\p{L}\p{N}])(?:${alternatives(others)})(?![\p{L}\p{N}])` +
    String.raw`|(?<=${HAN}|^|\P{L})(?:${alternatives(han)})`
  );
}

/** Whether the gist of what is named is wanted, not its words one after the other. */
export function asksForGist(question: string): boolean {
  return GIST.test(question);
}

const ASKING_WORD = new RegExp(`^(?:${alternatives(ASKING)})$`, 'iu');

/** Whether a word is said of what one wants to read: "say", "about". */
export function isAskingWord(word: string): boolean {
  return ASKING_WORD.test(word);
}

const titleTerms = remembered(
  (documents: readonly DocumentMetadata[]): ReadonlySet<string> =>
    new Set(documents.flatMap(({ id, title, place = '' }) => terms(`${id} ${title} ${place}`))),
);

/** Whether something is asked of the documents beside what is said to be read whole. */
export function asksForMore(question: string, documents: readonly DocumentMetadata[]): boolean {
  const titles = titleTerms(documents);
  const rest = withoutDocumentNames(question, documents)
    .replace(WHOLE_PLACE, ' ')
    .replace(/\p{Lu}{2,}/gu, (word) => (withInitials(word, documents).length > 0 ? ' ' : word));
  return terms(rest).some((term) => !titles.has(term));
}
