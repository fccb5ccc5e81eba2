import { rulesOf } from '../../language/languages.js';
import { isStopWord, stem, words } from '../../language/tokenize.js';
import { claimPattern, claimWords } from '../claim-words.js';
import {
  acronymsOf,
  capitalRuns,
  initialsOf,
  isShortened,
  SHORT_FORM_PLURALS,
  type Run,
} from './capitals.js';
import type { Check } from './check.js';
import type { CitedText } from './cited-text.js';
import { isFrameWord } from './frame-words.js';
import { NUMBER_WORDS } from './number-words.js';
import { sharesPrefix } from './shared-prefix.js';

/** Beside a word of its title these name a document: "the Dushanbe text", "the Sochi meeting". */
const DOCUMENT_NOUNS = claimWords(({ names }) => names.documentNouns);
/** Words away from it. */
const MAX_AWAY = 3;
const MONTHS_AND_DAYS: ReadonlySet<string> = new Set(
  rulesOf('calendar')
    .flatMap(({ months, weekdays }) => [...months, ...weekdays])
    .flatMap((name) => [
      name,
      ...[...claimWords(({ names }) => names.calendarPlurals)].map((ending) => name + ending),
    ]),
);
const EVERYDAY_PARTS = claimWords(({ names }) => names.everydayParts);
const COMMON_ENDING = claimPattern(({ names }) => names.commonEnding);
/** A sentence's first word, after what may stand before it. */
const FIRST_WORD = /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)/u;
const PLURAL = new RegExp(`(?:${SHORT_FORM_PLURALS})$`, 'u');
const SEVERAL_CAPITALS = /^\p{Lu}{2}/u;
/** Letters of words without a capital, such as "of": a short form may have one of them. */
const SMALL_LETTERS: ReadonlySet<string> = new Set(
  [...claimWords(({ names }) => names.letteredWords)].map((word) => word.charAt(0).toUpperCase()),
);
/** Letters; without it, those of any name in a text would make many short forms. */
const MIN_SHORT_FORM = 3;

/** Every name of a claim is a name of what it cites. */
export const checkNames: Check = ({ stated: { text: claim } }, cited) => {
  const first = FIRST_WORD.exec(claim)?.[1] ?? '';
  const borrowed: string[] = [];
  for (const run of capitalRuns(claim)) {
    for (const name of run) {
      const judged = judge(name, { run, isFirst: name === first, claim, cited });
      if (judged === 'unknown') return 'name';
      if (judged === 'context') borrowed.push(name);
    }
  }
  // A name from the title in place of one that the sentence has: "the SCO" for "the UN".
  const replaced =
    borrowed.length > 0 &&
    cited.names.size > 0 &&
    ![...cited.names].some((name) => mentions(claim, name, cited));
  return replaced ? 'name' : undefined;
};

interface Naming {
  readonly run: Run;
  readonly isFirst: boolean;
  readonly claim: string;
  readonly cited: CitedText;
}

function judge(
  name: string,
  { run, isFirst, claim, cited }: Naming,
): 'cited' | 'context' | 'unknown' {
  const lower = name.toLowerCase();
  if (
    isStopWord(lower) ||
    NUMBER_WORDS.has(lower) ||
    MONTHS_AND_DAYS.has(lower) ||
    words(name).every((word) => cited.stems.has(stem(word)))
  ) {
    return 'cited';
  }
  const initials = initialsOf(run);
  if (
    isShortForm(name.replace(PLURAL, ''), cited) ||
    initials.some((letters) => isShortened(letters, cited.acronyms))
  ) {
    return 'cited';
  }
  if ([...cited.names].some((known) => sharesPrefix(lower, known))) return 'cited';
  // An everyday word with a capital: whether it is borne out the other checks say.
  if (
    isEveryday(lower, cited) &&
    !SEVERAL_CAPITALS.test(name) &&
    (EVERYDAY_PARTS.has(lower) || run.every((other) => isEveryday(other.toLowerCase(), cited)))
  ) {
    return 'cited';
  }
  if (words(name).every((word) => cited.earlierNames.has(stem(word)))) return 'context';
  const isContext = words(name).every((word) => cited.contextStems.has(stem(word)));
  if (isContext && (isOrganization(name, cited) || namesDocument(name, claim))) return 'context';
  if (cited.titleRuns.some((title) => initialsOf(title).includes(name))) return 'context';
  // The first word of a sentence has a capital whatever it is; many of those that documents do not
  // have show by their ending that they are no names.
  return isFirst &&
    (isFrameWord(lower) || COMMON_ENDING.test(lower)) &&
    !cited.documents.some(({ names }) => names.has(lower))
    ? 'cited'
    : 'unknown';
}

/**
 * Of a name that is cited, with or without the letter of a small word ("JCPOA": Joint Comprehensive
 * Plan of Action), or of words that the document shortens so.
 */
function isShortForm(name: string, { initials, documents, stems }: CitedText): boolean {
  if (initials.has(name)) return true;
  const meant = documents.flatMap(({ expansions }) => expansions.get(name) ?? []);
  if (meant.some((parts) => parts.size > 1 && [...parts].every((part) => stems.has(part)))) {
    return true;
  }
  return (
    name.length > MIN_SHORT_FORM &&
    Array.from(name).some(
      (letter, at) =>
        SMALL_LETTERS.has(letter) && initials.has(name.slice(0, at) + name.slice(at + 1)),
    )
  );
}

function isEveryday(lower: string, { documents }: CitedText): boolean {
  return documents.some(({ small }) => small.has(lower));
}

/**
 * A word of a long name in the title that the document also shortens: the body that it is about.
 */
function isOrganization(name: string, { titleRuns, documents }: CitedText): boolean {
  return titleRuns.some(
    (run) =>
      run.includes(name) &&
      documents.some(({ expansions }) =>
        initialsOf(run).some(
          (letters) =>
            letters.length > 1 && expansions.get(letters)?.has(stem(name.toLowerCase())) === true,
        ),
      ),
  );
}

function namesDocument(name: string, claim: string): boolean {
  const all = words(claim);
  return all.some(
    (word, i) =>
      word === name.toLowerCase() &&
      all.slice(Math.max(0, i - MAX_AWAY), i + MAX_AWAY).some((near) => DOCUMENT_NOUNS.has(near)),
  );
}

function mentions(claim: string, name: string, { documents }: CitedText): boolean {
  const stated = words(claim);
  if (stated.some((word) => stem(word) === stem(name) || sharesPrefix(word, name))) return true;
  const stems = new Set(stated.map(stem));
  const shortForms = acronymsOf(claim);
  return documents.some(
    ({ expansions }) =>
      [...(expansions.get(name.toUpperCase()) ?? [])].some((part) => stems.has(part)) ||
      [...shortForms].some((letters) => expansions.get(letters)?.has(stem(name)) === true),
  );
}
