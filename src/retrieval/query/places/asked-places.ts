import { terms } from '../../../language/tokenize.js';
import type { IndexedParagraph, ListedDocument, SearchIndex } from '../../../ports/search-index.js';
import { LEXICAL_CANDIDATES, MAX_PLACE_DOCUMENTS } from '../../settings.js';
import { namedDocuments } from '../named-documents.js';
import { bareNumbersIn } from './bare-numbers.js';
import { documentsBeside } from './documents-beside.js';
import { placesAt } from './places-at.js';
import type { Reference } from './reference.js';
import { referencesIn, withoutReferences } from './references.js';
import { sentencesAt, type NamedSentence } from './sentences-at.js';
import { asksForMore } from './whole-place.js';

/** A place that a question names, and what was found of it. */
export interface AskedPlace {
  readonly reference: Reference;
  /** The paragraphs that it is looked for among. */
  readonly among: readonly IndexedParagraph[];
  /** Those that stand there; empty where there is no such place. */
  readonly found: readonly IndexedParagraph[];
  /** The sentences of these that it names, where it names sentences. */
  readonly sentences?: readonly NamedSentence[];
}

export interface AskedPlacesOptions {
  /** The documents to look in. */
  readonly searched: readonly ListedDocument[];
  readonly index: SearchIndex;
}

/**
 * Places that a question names, in the documents that it names. A number without a name is none
 * where the texts have no such place, unless nothing else is asked; nor is a sentence of no place
 * where something is: "the first period of validity", "the first sentence for murder".
 */
export async function askedPlaces(
  question: string,
  { searched, index }: AskedPlacesOptions,
): Promise<AskedPlace[]> {
  const lookUp = (reference: Reference): Promise<AskedPlace> =>
    askedPlace(reference, question, { searched, index });
  const named = referencesIn(question);
  const isMore =
    named.some(isSentenceAlone) && asksForMore(withoutReferences(question, named), searched);
  const meant = isMore ? named.filter((reference) => !isSentenceAlone(reference)) : named;
  const mentioned = await Promise.all(meant.map(lookUp));
  const numbers = await bareNumbersIn(question, { documents: searched, index });
  const bare = await Promise.all(numbers.map(lookUp));
  const standing = bare.filter(({ found }) => found.length > 0);
  if (standing.length > 0) return [...mentioned, ...standing];
  const missing = bare.filter(({ reference }) => isNested(reference));
  const all = [...mentioned, ...missing].map(({ reference }) => reference);
  const isAll = !asksForMore(withoutReferences(question, all), searched);
  return isAll ? [...mentioned, ...missing] : mentioned;
}

async function askedPlace(
  reference: Reference,
  question: string,
  options: AskedPlacesOptions,
): Promise<AskedPlace> {
  const groups = await lookedIn(reference, question, options);
  const texts = await Promise.all(groups.map((ids) => paragraphsOf(ids, options)));
  // "The first sentence" of no place is one of a text only where one text is asked.
  const found =
    isSentenceAlone(reference) && groups.flat().length > 1
      ? []
      : texts.flatMap((among) => placesAt(among, reference));
  const among = texts.flat();
  if (reference.sentence === undefined) return { reference, among, found };
  const sentences = sentencesAt(found, reference.sentence);
  const holders = new Set(sentences.map(({ paragraph }) => paragraph));
  return { reference, among, found: [...holders], sentences };
}

/** "The first sentence" of whatever is asked. */
function isSentenceAlone({ readings }: Reference): boolean {
  return readings.every(({ length }) => length === 0);
}

/** `9.4`: of `1539` it is not even likely that a place is meant. */
function isNested({ readings }: Reference): boolean {
  return readings.every((steps) => steps.every(({ number = '' }) => number.includes('.')));
}

/**
 * Ids of the documents whose names stand beside the place, else of those that are named, each for
 * itself: what is a section of one may be an item of the other. Else of all together; of very many,
 * of those that share most with the question.
 */
async function lookedIn(
  reference: Reference,
  question: string,
  { searched, index }: AskedPlacesOptions,
): Promise<string[][]> {
  const beside = reference.spans.flatMap((span) => documentsBeside(question, span, searched));
  const named = beside.length > 0 ? beside : namedDocuments(question, searched);
  if (named.length > 0) return named.map((id) => [id]);
  const ids = searched.map(({ id }) => id);
  if (ids.length <= MAX_PLACE_DOCUMENTS) return [ids];
  const candidates = await index.candidates(
    { terms: terms(question) },
    { within: new Set(ids), lexical: LEXICAL_CANDIDATES, dense: 0 },
  );
  const { numbers, bm25 } = candidates;
  const near = [...numbers.keys()]
    .sort((a, b) => (bm25[b] ?? 0) - (bm25[a] ?? 0))
    .map((row) => index.documentIdOf(numbers[row] ?? 0));
  return [[...new Set([...near, ...ids])].slice(0, MAX_PLACE_DOCUMENTS)];
}

/** In the order of the index. */
async function paragraphsOf(
  ids: readonly string[],
  { searched, index }: AskedPlacesOptions,
): Promise<IndexedParagraph[]> {
  const wanted = new Set(ids);
  const inOrder = searched.filter(({ id }) => wanted.has(id));
  return (await Promise.all(inOrder.map(({ id }) => index.paragraphsOf(id)))).flat();
}
