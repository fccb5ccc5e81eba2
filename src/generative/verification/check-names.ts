import { rulesOf } from '../../language/languages.js';
import { isStopWord, stem, words } from '../../language/tokenize.js';
import type { IndexedDocument } from '../../types.js';
import { addressesModel } from '../addresses-model.js';
import type { Check } from './check.js';
import { NUMBER_WORDS } from './number-words.js';
import { sharesPrefix } from './shared-prefix.js';

/** A word with a capital; or several joined, as by a hyphen. */
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu;
const SEVERAL_CAPITALS = /^\p{Lu}{2}/u;
const OPENING = /^[^\p{L}\p{N}]*/u;
/** What the next column of a table is, up to its colon: it opens like a sentence. */
const COLUMN = /; (?=\p{Lu}[^;:]{0,80}:)/gu;
/** Small words in a name that its short form may leave out, or have a letter of. */
const MAX_SHORT_FORM = 8;
const MONTHS_AND_DAYS: ReadonlySet<string> = new Set(
  rulesOf('calendar').flatMap(({ months, weekdays }) => [...months, ...weekdays]),
);

/**
 * Every name of a claim stands in the texts that it cites, somewhere: what is said of it there the
 * reader tells. The first word has a capital whatever it is.
 */
export const checkNames: Check = ({ text }, { documents }) => {
  const known = documents.map(namesOf);
  const openings = new Set([
    OPENING.exec(text)?.[0].length ?? 0,
    ...[...text.matchAll(COLUMN)].map(({ 0: before, index }) => index + before.length),
  ]);
  const unknown = [...text.matchAll(NAME)].some(
    ({ 0: name, index }) =>
      (!openings.has(index) || SEVERAL_CAPITALS.test(name)) &&
      !isCommon(name.toLowerCase()) &&
      !known.some((names) => isKnown(name, names)),
  );
  return unknown ? 'name' : undefined;
};

/** What a document calls things. */
interface DocumentNames {
  /** Stems of all its words, and of what it is called and where it was adopted. */
  readonly stems: ReadonlySet<string>;
  /** First letters of neighbouring words, one after the other, small words left out. */
  readonly initials: string;
}

/** A document of an index never changes; its words are gathered when it is first cited. */
const CACHE = new WeakMap<IndexedDocument, DocumentNames>();

function namesOf(document: IndexedDocument): DocumentNames {
  const known = CACHE.get(document) ?? gather(document);
  CACHE.set(document, known);
  return known;
}

/** Nothing of what speaks to a model. */
function gather({ title, place = '', text }: IndexedDocument): DocumentNames {
  const own = [title, place, ...text.split(/(?<=[.!?。])\s+|\n/u)]
    .filter((part) => !addressesModel(part))
    .flatMap(words);
  const named = own.filter((word) => !isStopWord(word));
  return {
    stems: new Set(own.map(stem)),
    initials: named.map((word) => word.charAt(0)).join(''),
  };
}

function isCommon(lower: string): boolean {
  return isStopWord(lower) || NUMBER_WORDS.has(lower) || MONTHS_AND_DAYS.has(lower);
}

function isKnown(name: string, { stems, initials }: DocumentNames): boolean {
  return (
    words(name).every(
      (word) =>
        stems.has(stem(word)) || [...stems].some((other) => sharesPrefix(stem(word), other)),
    ) ||
    (SEVERAL_CAPITALS.test(name) &&
      name.length <= MAX_SHORT_FORM &&
      initials.includes(name.toLowerCase()))
  );
}
