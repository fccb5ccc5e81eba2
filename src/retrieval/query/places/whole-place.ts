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
const ANY_LETTERS = String.raw`\p{L}*`;
const HAN = String.raw`\p{Script=Han}`;
/** Whole words, and anywhere in a script that has no blanks between them. */
const WHOLE_PLACE = new RegExp(anywhereAmongHan(ASKING), 'giu');
const GIST = new RegExp(anywhereAmongHan(SUMMARISING), 'iu');

function anywhereAmongHan(words: readonly string[]): string {
  const han = words.filter((word) => /^\p{Script=Han}/u.test(word));
  const others = words.filter((word) => !han.includes(word));
  return (
    String.raw`(?<![\p{L}\p{N}])(?:${wordsAndStems(others)})(?![\p{L}\p{N}])` +
    String.raw`|(?<=${HAN}|^|\P{L})(?:${alternatives(han)})`
  );
}

/**
 * Words, and behind them stems with what may follow one, which stands there once: any letter in
 * either case is a thousand ranges, and took 15 ms of the first question for each hundred stems.
 */
function wordsAndStems(words: readonly string[]): string {
  const each = words.flatMap(wordsListed);
  const stems = each.filter((word) => word.endsWith(ANY_LETTERS));
  const whole = each.filter((word) => !stems.includes(word));
  const open = stems.map((stem) => stem.slice(0, -ANY_LETTERS.length));
  const endings = stems.length === 0 ? [] : [`(?:${alternatives(open)})${ANY_LETTERS}`];
  return [alternatives(whole), ...endings].join('|');
}

/** What stands between bars, but for those in a group of endings. */
function wordsListed(listed: string): readonly string[] {
  const found: string[] = [];
  let within = 0;
  for (const part of listed.split('|')) {
    if (within > 0) found.push(`${found.pop() ?? ''}|${part}`);
    else found.push(part);
    within += part.split('(').length - part.split(')').length;
  }
  return found;
}

/** Whether the gist of what is named is wanted, not its words one after the other. */
export function asksForGist(question: string): boolean {
  return GIST.test(question);
}

const ASKING_WORD = new RegExp(`^(?:${wordsAndStems(ASKING)})$`, 'iu');

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
