import { isStopWord, stem, words } from '../../../text/tokenize.js';
import { capitalRuns, initialsOf, type Run } from './capitals.js';
import type { CitedText } from './cited-text.js';
import { isFrameWord } from './frame-words.js';
import { NUMBER_WORDS } from './number-words.js';
import { sharesPrefix } from './shared-prefix.js';

/** Beside a word of its title these name a document: "the Dushanbe text", "the Sochi meeting". */
const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(['declaration', 'forum', 'text', 'document', 'charter', 'treaty', 'convention', 'agreement', 'statement', 'summit', 'meeting', 'initiative']);
const MONTH_OR_DAY = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?$/u;
/** What stands before the name of a state; beside a name any other word is a part of it: "South Asia". */
const STATE_TITLES: ReadonlySet<string> = new Set(['republic', 'federation', 'state', 'states', 'member', 'members', 'heads', 'president', 'government', 'forum', 'declaration', 'organization', 'organisation']);
const NO_NAME = /(?:ly|ing|ed|ion|ions|ment|ments|ness|ity|ities|ers|wise|ful|ous|ive)$/u;
/** Sentence's first words, after what may stand before them. */
const FIRST_WORD = /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)/u;
/** Prepositions that tie a name to the word before: "Secretariat in Beijing". */
const PLACED = /([\p{L}\p{N}]+) (?:in|at) (?:the )?(\p{Lu}[\p{L}\p{N}]*)/gu;

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
  if (borrowed.length > 0 && cited.names.size > 0 && ![...cited.names].some((name) => mentions(claim, name, cited))) return false;
  return placesStand(claim, cited);
}

interface Naming {
  readonly run: Run;
  readonly isFirst: boolean;
  readonly claim: string;
  readonly cited: CitedText;
}

function judge(name: string, { run, isFirst, claim, cited }: Naming): 'cited' | 'context' | 'unknown' {
  const lower = name.toLowerCase();
  if (isStopWord(lower) || NUMBER_WORDS.has(lower) || MONTH_OR_DAY.test(lower) || words(name).every((word) => cited.stems.has(stem(word)))) return 'cited';
  const initials = initialsOf(run);
  if (cited.initials.has(name.replace(/s$/u, '')) || initials.some((letters) => cited.acronyms.has(letters))) return 'cited';
  if ([...cited.names].some((known) => sharesPrefix(lower, known))) return 'cited';
  // An everyday word with a capital: whether it is borne out the other checks say.
  if (isEveryday(lower, cited) && !/^\p{Lu}{2}/u.test(name) && (STATE_TITLES.has(lower) || run.every((other) => isEveryday(other.toLowerCase(), cited)))) return 'cited';
  if (words(name).every((word) => cited.earlierNames.has(stem(word)))) return 'context';
  const isContext = words(name).every((word) => cited.contextStems.has(stem(word)));
  if (isContext && (isOrganization(name, cited) || namesDocument(name, claim))) return 'context';
  if (cited.titleRuns.some((title) => initialsOf(title).includes(name))) return 'context';
  // The first word of a sentence has a capital whatever it is; many of those that documents do not have show by their ending that they are no names.
  return isFirst && (isFrameWord(lower) || NO_NAME.test(lower)) && !cited.documents.some(({ names }) => names.has(lower)) ? 'cited' : 'unknown';
}

function isEveryday(lower: string, { documents }: CitedText): boolean {
  return documents.some(({ small }) => small.has(lower));
}

/** A word of a long name in the title that the document also shortens: the body that it is about. */
function isOrganization(name: string, { titleRuns, documents }: CitedText): boolean {
  return titleRuns.some((run) => run.includes(name) && documents.some(({ expansions }) => initialsOf(run).some((letters) => letters.length > 1 && expansions.get(letters)?.has(stem(name.toLowerCase())) === true)));
}

function namesDocument(name: string, claim: string): boolean {
  const all = words(claim);
  return all.some((word, i) => word === name.toLowerCase() && all.slice(Math.max(0, i - 3), i + 3).some((near) => DOCUMENT_NOUNS.has(near)));
}

function mentions(claim: string, name: string, { documents }: CitedText): boolean {
  const stated = words(claim);
  if (stated.some((word) => stem(word) === stem(name) || sharesPrefix(word, name))) return true;
  const stems = new Set(stated.map(stem));
  return documents.some(({ expansions }) => [...(expansions.get(name.toUpperCase()) ?? [])].some((part) => stems.has(part)));
}

/** "X in Y" where what is cited has "X in Z" only. */
function placesStand(claim: string, { text }: CitedText): boolean {
  const known = [...text.matchAll(PLACED)].map(([, thing = '', place = '']) => ({ thing: stem(thing.toLowerCase()), place: place.toLowerCase() }));
  return [...claim.matchAll(PLACED)].every(([, thing = '', place = '']) => {
    const same = known.filter((other) => other.thing === stem(thing.toLowerCase()));
    return same.length === 0 || same.some((other) => other.place === place.toLowerCase());
  });
}
