import { remembered } from '../../../documents/remembered.js';
import { alternatives } from '../../../language/any-of.js';
import { isStopWord, stem, words } from '../../../language/tokenize.js';
import type { DocumentMetadata, Span } from '../../../types.js';
import { retrievalRules } from '../retrieval-rules.js';
import { withInitials } from './title-initials.js';
import { isAskingWord } from './whole-place.js';

/** Words of a title that name its document where more is said than a name. */
const MIN_TITLE_WORDS = 2;
/** No name that stands beside a place is longer. */
const MAX_CHARACTERS = 200;

const NOUNS: ReadonlySet<string> = new Set(
  retrievalRules('documentNames').flatMap(({ nouns }) => nouns),
);
const REFERENCES = retrievalRules('references');
const OF = alternatives(REFERENCES.flatMap(({ of }) => of ?? []));
const JOINING = new RegExp(
  `^(?:${OF}|${alternatives(REFERENCES.flatMap(({ conjunction }) => conjunction ?? []))})$`,
  'iu',
);
const LEADING = new RegExp(String.raw`^[\s,(]*(?:(?:${OF})(?![\p{L}\p{N}]))?`, 'iu');
const WORD =
  /(?<close>[^\p{L}\p{M}\p{N}]{0,40})(?<word>[\p{L}\p{M}\p{N}]+(?:[_.-][\p{L}\p{M}\p{N}]+)*)/gu;
const CLOSE = /^[\s,()"“”«»’']*$/u;

/**
 * Ids of the documents whose names stand right beside a place: "GDPR article 17", "paragraph 5 of
 * the lake charter". Here no capital is needed, and titles and their initials name documents too.
 */
export function documentsBeside(
  question: string,
  { start, end }: Span,
  documents: readonly DocumentMetadata[],
): string[] {
  if (documents.length < 2) return [];
  const names = namesIn(documents);
  const after = question.slice(end, end + MAX_CHARACTERS);
  const behind = namedBy(runOf(after.replace(LEADING, '')), names);
  if (behind.length > 0) return behind;
  const before = question.slice(Math.max(0, start - MAX_CHARACTERS), start);
  return namedBy(runBefore(before), names);
}

/** Words one after the other, none of them after a mark that ends a phrase. */
function runOf(text: string): string[] {
  const run: string[] = [];
  for (const { groups: { close = '', word = '' } = {} } of text.matchAll(WORD)) {
    if (!CLOSE.test(close)) break;
    run.push(word);
  }
  return run;
}

/** The same, from the end of a text backwards. */
function runBefore(text: string): string[] {
  const phrase = text.split(/[.:;!?]\s/u).at(-1) ?? '';
  return Array.from(phrase.matchAll(WORD), ({ groups }) => groups?.['word'] ?? '').reverse();
}

const namesIn = remembered(readNames);

interface Names {
  /** Ids by whole ids, and words of ids and of places. */
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids by words of titles. */
  readonly titled: ReadonlyMap<string, ReadonlySet<string>>;
  /** Small words within titles. */
  readonly small: ReadonlySet<string>;
  readonly documents: readonly DocumentMetadata[];
}

function readNames(documents: readonly DocumentMetadata[]): Names {
  const own = new Map<string, Set<string>>();
  const titled = new Map<string, Set<string>>();
  const small = new Set<string>();
  const add = (to: Map<string, Set<string>>, name: string, id: string): void => {
    to.set(name, (to.get(name) ?? new Set<string>()).add(id));
  };
  for (const { id, title, place = '' } of documents) {
    add(own, id.toLowerCase(), id);
    for (const word of words(`${id.replace(/[-_.~]/gu, ' ')} ${place}`)) {
      if (isTelling(word)) add(own, stem(word), id);
    }
    for (const word of words(title)) {
      if (isStopWord(word)) small.add(word);
      else if (isTelling(word)) add(titled, stem(word), id);
    }
  }
  return { own, titled, small, documents };
}

function isTelling(word: string): boolean {
  return /^\p{L}{2,}$/u.test(word) && !isStopWord(word) && !NOUNS.has(word);
}

function namedBy(run: readonly string[], names: Names): string[] {
  const { own, titled, small } = names;
  const ids = new Set<string>();
  const byTitle = new Map<string, number>();
  let isWhole = true;
  for (const typed of run) {
    const [word = ''] = words(typed);
    const name = only(
      own.get(typed.toLowerCase()) ?? own.get(stem(word)) ?? byInitials(typed, names),
    );
    const title = only(titled.get(stem(word)));
    if (name !== undefined) ids.add(name);
    else if (title !== undefined) byTitle.set(title, (byTitle.get(title) ?? 0) + 1);
    else if (isStopWord(word) && !small.has(word) && !JOINING.test(word)) break;
    else if (
      !isStopWord(word) &&
      !titled.has(stem(word)) &&
      !NOUNS.has(word) &&
      !isAskingWord(word)
    ) {
      isWhole = false;
      break;
    }
  }
  for (const [id, count] of byTitle) {
    if (count >= MIN_TITLE_WORDS || (isWhole && ids.size === 0)) ids.add(id);
  }
  return [...ids];
}

function byInitials(word: string, { documents }: Names): ReadonlySet<string> {
  return new Set(withInitials(word, documents));
}

/** A name that several have names none. */
function only(ids: ReadonlySet<string> = new Set()): string | undefined {
  const [id] = ids;
  return ids.size === 1 ? id : undefined;
}
