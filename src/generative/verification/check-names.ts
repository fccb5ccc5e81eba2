import { isStopWord, stem, terms, words } from '../../language/tokenize.js';
import { acronymsOf, capitalRuns, initialsOf, isShortened, type Run } from './capitals.js';
import type { CitedText } from './cited-text.js';
import { isFrameWord } from './frame-words.js';
import { NUMBER_WORDS } from './number-words.js';
import { sharesPrefix } from './shared-prefix.js';

/** Beside a word of its title these name a document: "the Dushanbe text", "the Sochi meeting". */
const DOCUMENT_NOUNS: ReadonlySet<string> = new Set([
  'declaration',
  'forum',
  'text',
  'document',
  'charter',
  'treaty',
  'convention',
  'agreement',
  'statement',
  'summit',
  'meeting',
  'initiative',
]);
const MONTH_OR_DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?$/u;
/**
 * What stands before the name of a state; beside a name any other word is a part of it: "South
 * Asia".
 */
const STATE_TITLES: ReadonlySet<string> = new Set([
  'republic',
  'federation',
  'state',
  'states',
  'member',
  'members',
  'heads',
  'president',
  'government',
  'forum',
  'declaration',
  'organization',
  'organisation',
]);
const NO_NAME = /(?:ly|ing|ed|ion|ions|ment|ments|ness|ity|ities|ers|wise|ful|ous|ive)$/u;
/** Sentence's first words, after what may stand before them. */
const FIRST_WORD = /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)/u;
/**
 * Of "of", "and", "the", "for", and the "East" in "Southeast": a short form may have one of them.
 */
const SMALL_LETTER = /[OATFE]/u;
/** Without it, letters of any name in a text would make many short forms. */
const MIN_SHORT_FORM = 3;
/** Prepositions that tie a name to the word before: "Secretariat in Beijing". */
const PLACED =
  /(?<![\p{L}\p{N}-])((?:[\p{L}\p{N}-]+ )?)([\p{L}\p{N}]+) (?:in|at) (?:the )?(\p{Lu}[\p{L}\p{N}]*)/gu;
/** "China's Belt and Road Initiative": whose, and what. */
const OWNED = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}]*)['’]s? ((?:[\p{L}\p{N}-]+ ?){1,4})/gu;

/** Whether every name of a claim is a name of what it cites, and stands where it stands there. */
export function namesStand(claim: string, cited: CitedText): boolean {
  const first = FIRST_WORD.exec(claim)?.[1] ?? '';
  const borrowed: string[] = [];
  for (const run of capitalRuns(claim)) {
    for (const name of run) {
      const judged = judge(name, { run, isFirst: name === first, claim, cited });
      if (judged === 'unknown') return false;
      if (judged === 'context') borrowed.push(name);
    }
  }
  // A name from the title in place of one that the sentence has: "the SCO" for "the UN".
  if (
    borrowed.length > 0 &&
    cited.names.size > 0 &&
    ![...cited.names].some((name) => mentions(claim, name, cited))
  ) {
    return false;
  }
  return placesStand(claim, cited) && ownersStand(claim, cited);
}

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
    MONTH_OR_DAY.test(lower) ||
    words(name).every((word) => cited.stems.has(stem(word)))
  ) {
    return 'cited';
  }
  const initials = initialsOf(run);
  if (
    isShortForm(name.replace(/s$/u, ''), cited) ||
    initials.some((letters) => isShortened(letters, cited.acronyms))
  ) {
    return 'cited';
  }
  if ([...cited.names].some((known) => sharesPrefix(lower, known))) return 'cited';
  // An everyday word with a capital: whether it is borne out the other checks say.
  if (
    isEveryday(lower, cited) &&
    !/^\p{Lu}{2}/u.test(name) &&
    (STATE_TITLES.has(lower) || run.every((other) => isEveryday(other.toLowerCase(), cited)))
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
    (isFrameWord(lower) || NO_NAME.test(lower)) &&
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
        SMALL_LETTER.test(letter) && initials.has(name.slice(0, at) + name.slice(at + 1)),
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
      all.slice(Math.max(0, i - 3), i + 3).some((near) => DOCUMENT_NOUNS.has(near)),
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

/**
 * "X in Y" where what is cited has "X in Z" only; a "weather centre" and a "fishing centre" are
 * two.
 */
function placesStand(claim: string, { text }: CitedText): boolean {
  const known = placedIn(text);
  return placedIn(claim).every(({ kind, thing, place }) => {
    const isOther = text.toLowerCase().includes(`${kind}${thing}`);
    const same = known.filter(
      (other) => stem(other.thing) === stem(thing) && (other.kind === kind || !isOther),
    );
    return same.length === 0 || same.some((other) => other.place === place);
  });
}

function placedIn(
  text: string,
): { readonly kind: string; readonly thing: string; readonly place: string }[] {
  return [...text.matchAll(PLACED)].map(([, kind = '', thing = '', place = '']) => ({
    kind: kind.toLowerCase(),
    thing: thing.toLowerCase(),
    place: place.toLowerCase(),
  }));
}

/** "X's thing" where what is cited has "Z's thing" only. */
function ownersStand(claim: string, { text, documents }: CitedText): boolean {
  const known = ownedIn(text).filter(({ owner }) =>
    documents.some(({ names }) => names.has(owner)),
  );
  return ownedIn(claim).every(({ owner, things }) => {
    const same = known.filter((other) => other.things.some((thing) => things.includes(thing)));
    return (
      same.length === 0 ||
      same.some((other) => other.owner === owner || sharesPrefix(other.owner, owner))
    );
  });
}

function ownedIn(text: string): { readonly owner: string; readonly things: readonly string[] }[] {
  return [...text.matchAll(OWNED)].map(([, owner = '', things = '']) => ({
    owner: owner.toLowerCase(),
    things: terms(things),
  }));
}
