import type { Document } from '../../../types.js';
import type { IndexedParagraph } from '../../search/search-index.js';
import { namedDocuments } from '../named-documents.js';
import { bareNumbersIn } from './bare-numbers.js';
import { documentsBeside } from './documents-beside.js';
import { placesAt } from './places-at.js';
import type { Reference } from './reference.js';
import { referencesIn, withoutReferences } from './references.js';
import { asksForMore } from './whole-place.js';

/** A place that a question names, and what was found of it. */
export interface AskedPlace {
  readonly reference: Reference;
  /** The paragraphs that it is looked for among. */
  readonly among: readonly IndexedParagraph[];
  /** Those that stand there; empty where there is no such place. */
  readonly found: readonly IndexedParagraph[];
}

export interface AskedPlacesOptions {
  /** The documents to look in. */
  readonly searched: readonly Document[];
  /** Of the whole index. */
  readonly paragraphs: readonly IndexedParagraph[];
}

/**
 * Places that a question names, in the documents that it names. A number without a name is none
 * where the texts have no such place, unless nothing else is asked.
 */
export function askedPlaces(question: string, options: AskedPlacesOptions): AskedPlace[] {
  const lookUp = (reference: Reference): AskedPlace => {
    const texts = lookedIn(reference, question, options);
    const found = texts.flatMap((among) => placesAt(among, reference));
    return { reference, among: texts.flat(), found };
  };
  const mentioned = referencesIn(question).map(lookUp);
  const bare = bareNumbersIn(question, options.searched).map(lookUp);
  const standing = bare.filter(({ found }) => found.length > 0);
  if (standing.length > 0) return [...mentioned, ...standing];
  const missing = bare.filter(({ reference }) => isNested(reference));
  const all = [...mentioned, ...missing].map(({ reference }) => reference);
  const isAll = !asksForMore(withoutReferences(question, all), options.searched);
  return isAll ? [...mentioned, ...missing] : mentioned;
}

/** `9.4`: of `1539` it is not even likely that a place is meant. */
function isNested({ readings }: Reference): boolean {
  return readings.every((steps) => steps.every(({ number = '' }) => number.includes('.')));
}

/**
 * Paragraphs of the documents whose names stand beside the place, else of those that are named, each
 * for itself: what is a section of one may be an item of the other. Else of all together.
 */
function lookedIn(
  reference: Reference,
  question: string,
  { searched, paragraphs }: AskedPlacesOptions,
): IndexedParagraph[][] {
  const beside = reference.spans.flatMap((span) => documentsBeside(question, span, searched));
  const named = beside.length > 0 ? beside : namedDocuments(question, searched);
  const groups = named.length > 0 ? named.map((id) => [id]) : [searched.map(({ id }) => id)];
  return groups.map((group) => {
    const ids = new Set(group);
    return paragraphs.filter(({ document }) => ids.has(document.id));
  });
}
