import { isSearched } from '../../../documents/searched-text.js';
import type { IndexedParagraph } from '../../../ports/search-index.js';
import { MIN_OWN_REFERENCES } from '../../settings.js';
import { isGeneric, isProvision, MAX_MEANINGS, meaningsOf } from './meanings.js';
import { numberedMentions } from './place-names.js';
import { plainAsked } from './place-number.js';
import type { PlaceStep, Reference } from './reference.js';
import { citedPlace } from './cited-place.js';
import { stepTo, type Holder, type Standing } from './standing.js';

/** A paragraph of an index, or of a document alone. */
export type Placed = Holder & {
  readonly document: Pick<IndexedParagraph['document'], 'id' | 'text'>;
};

/**
 * What stands at a place that a question names, in the order of the texts. Texts that print the
 * number count before those in which paragraphs are only counted through.
 */
export function placesAt<Found extends Placed>(
  paragraphs: readonly Found[],
  reference: Reference,
): Found[] {
  const texts = byDocument(paragraphs);
  const called = new Map(texts.map((text) => [text, asCalledIn(text, reference.readings)]));
  for (const reach of reachesOf(reference)) {
    const found = texts.flatMap((text) => {
      const asCalled = inText(text, called.get(text) ?? []);
      return asCalled.length > 0 ? asCalled : inText(text, reference.readings, reach);
    });
    if (found.length > 0) return found;
  }
  const unnumbered = texts
    .filter(isUnnumbered)
    .flatMap((text) => inText(text, counting(reference.readings)));
  if (unnumbered.length > 0 || reference.else === undefined) return unnumbered;
  const { spans, words, else: sure } = reference;
  return placesAt(paragraphs, { spans, words, readings: [sure] });
}

/** How many meanings are tried at a time: where names have no more, all of them. */
function reachesOf({ readings }: Reference): number[] {
  const counts = readings.flat().map(({ names }) => meaningsOf(names).length);
  const most = Math.max(1, ...counts);
  return [...new Set([...Array.from({ length: most }, (_, i) => i + 1), MAX_MEANINGS])];
}

/** Paragraphs of each text that are its wording: no notes, no lines of a table of contents. */
export function byDocument<Found extends Placed>(paragraphs: readonly Found[]): Found[][] {
  const texts = new Map<string, Found[]>();
  for (const found of paragraphs) {
    const { document, paragraph } = found;
    if (!isSearched(paragraph)) continue;
    const text = texts.get(document.id);
    if (text === undefined) texts.set(document.id, [found]);
    else text.push(found);
  }
  return [...texts.values()];
}

/** Of the readings that lead anywhere, the one that names least: article 72(1), not article 72 of part 1. */
function inText<Found extends Placed>(
  text: readonly Found[],
  readings: Reference['readings'],
  reach: number = MAX_MEANINGS,
): Found[] {
  const found = readings
    .map((steps) => goTo(text, steps, reach).map((standing) => standing.found))
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => a.length - b.length);
  return found[0] ?? [];
}

/** Down all steps. */
export function goTo<Found extends Holder>(
  text: readonly Found[],
  steps: readonly PlaceStep[],
  reach: number = MAX_MEANINGS,
): Standing<Found>[] {
  return steps.reduce<Standing<Found>[]>(
    (scope, step) => (scope.length === 0 ? scope : stepTo(scope, step, reach)),
    text.map((found) => ({ found, depth: 0 })),
  );
}

/** The same in a text that prints no name before its numbers, but calls them by one in its wording. */
function asCalledIn(
  text: readonly Placed[],
  readings: Reference['readings'],
): Reference['readings'] {
  return readings.flatMap((steps) => {
    const [first, ...below] = steps;
    return first !== undefined && callsItems(text, first.names)
      ? [[{ ...first, names: ['paragraph'] as const }, ...below]]
      : [];
  });
}

/** "Article 21A" in the wording of a text whose articles are printed as "21A." */
function callsItems(text: readonly Placed[], names: PlaceStep['names']): boolean {
  if (!names.some(isProvision)) return false;
  const cited = text.flatMap(({ paragraph }) => paragraph.places[citedPlace(paragraph)] ?? []);
  const items = cited.filter(({ kind }) => kind === 'item');
  if (items.length < cited.length / 2) return false;
  const printed = new Set(items.map(({ number }) => number));
  const called = names.flatMap((name) => numberedMentions(text[0]?.document.text ?? '', name));
  const own = new Set(called.map(plainAsked).filter((number) => printed.has(number)));
  return own.size >= MIN_OWN_REFERENCES;
}

/** Of a text without numbers "paragraph 2" is the second. */
function counting(readings: Reference['readings']): Reference['readings'] {
  return readings.flatMap((steps) => {
    const [first, ...below] = steps;
    if (first === undefined || !isGeneric(first.names)) return [];
    const { names, number, position = Number(number) } = first;
    return [[{ names: [...names, 'paragraph'] as const, position }, ...below]];
  });
}

function isUnnumbered(text: readonly Placed[]): boolean {
  return text.every(({ paragraph }) => paragraph.places.length === 0);
}
