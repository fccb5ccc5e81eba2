import { opensPreamble } from '../../../language/part-names.js';
import type { Paragraph, Place } from '../../../types.js';
import { citedPlace } from './cited-place.js';
import { isGeneric, MAX_MEANINGS, meaningsOf, type Meaning } from './meanings.js';
import { EQUALITIES, isBetween } from './place-number.js';
import { listsInWording } from './in-wording.js';
import { headsRecitals } from './place-names.js';
import type { PlaceStep } from './reference.js';

/** A paragraph, and how many of its places are gone down to where it is looked at. */
export interface Standing<Found> {
  readonly found: Found;
  readonly depth: number;
}

/** What has a paragraph of a text: one alone, or one of an index. */
export interface Holder {
  readonly paragraph: Paragraph;
}

/** A number, and a letter that stands right behind it. */
const GLUED = /^(\d.*\d|\d)(\p{L})$/u;
const RANGE = /^(?<from>\p{Nd}+)[-–](?<through>\p{Nd}+)$/u;

/**
 * One step further: those that stand at the place, in their order; none where there is no such.
 *
 * @param reach how many meanings of a name are tried, from the likeliest on; paragraphs are counted
 *   only where all are
 */
export function stepTo<Found extends Holder>(
  scope: readonly Standing<Found>[],
  step: PlaceStep,
  reach: number = MAX_MEANINGS,
): Standing<Found>[] {
  if (step.names.includes('preamble')) return inPreamble(scope);
  if (step.ifAny && !scope.some(({ found }) => isOutermost(found, step.names))) return [...scope];
  if (step.position !== undefined) return atPosition(scope, step, step.position);
  const meanings = meaningsOf(step.names, step.number).slice(0, reach);
  const numbered = firstOf(meanings, (meaning) => numberedIn(scope, step, meaning));
  if (numbered.length > 0 || reach < MAX_MEANINGS) return numbered;
  const below = firstOf(meanings, (meaning) => unprintedBelow(scope, step, meaning));
  if (below.length > 0) return below;
  if (step.names.length === 0) return labelled(scope, step.number);
  const isInner = scope.some(({ depth }) => depth > 0) || isPreamble(scope);
  return isInner && isGeneric(step.names) && step.loose === undefined
    ? unprinted(scope, step.number)
    : [];
}

function isOutermost({ paragraph }: Holder, names: readonly string[]): boolean {
  return names.includes(paragraph.places[0]?.kind ?? '');
}

/** Whole labels, as answers show them: `II.2-2`. */
function labelled<Found extends Holder>(
  scope: readonly Standing<Found>[],
  label = '',
): Standing<Found>[] {
  return scope.filter(({ found }) => found.paragraph.label.toLowerCase() === label.toLowerCase());
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found[]): Found[] {
  for (const item of items) {
    const found = find(item);
    if (found.length > 0) return found;
  }
  return [];
}

/** At the places of one kind that have the number, as little further down as there are any. */
function numberedIn<Found extends Holder>(
  scope: readonly Standing<Found>[],
  { names, number = '', through, inserted }: PlaceStep,
  meaning: Meaning,
): Standing<Found>[] {
  if (through !== undefined) {
    return nearest(scope, meaning, (places) => within(places, number, through));
  }
  const parts = number.split('.');
  // Without a name it has to be written so: 10-1 may be a score.
  const equalities = names.length === 0 ? EQUALITIES.slice(0, 1) : EQUALITIES;
  const at = (
    numbers: readonly string[],
    equalTo: (typeof EQUALITIES)[number],
  ): Standing<Found>[] => {
    const fitting = numbers.map(equalTo);
    return nearest(scope, meaning, (places) =>
      fitting.every((fits, i) => fits(places[i]?.number ?? '')) ? fitting.length : undefined,
    );
  };
  const whole = inserted ? firstOf(equalities, (equalTo) => at([number], equalTo)) : [];
  if (whole.length > 0) return whole;
  const equal = firstOf(equalities, (equalTo) =>
    firstOf(waysToSplit(parts), (numbers) => at(numbers, equalTo)),
  );
  if (equal.length > 0) return equal;
  const { from, through: last } = RANGE.exec(number)?.groups ?? {};
  // § 60-999 is one number where there is a § 60-100.
  const isOne = scope.some(({ found }) =>
    found.paragraph.places.some((place) => place.number.startsWith(`${from ?? ''}-`)),
  );
  return from === undefined || last === undefined || isOne
    ? []
    : nearest(scope, meaning, (places) => within(places, from, last));
}

function within(places: Paragraph['places'], from: string, through: string): number | undefined {
  return isBetween(places[0]?.number ?? '', from, through) ? 1 : undefined;
}

/** `4.2.1` may be numbers of one place, of two, or of three; `60-200D` may be D of `60-200`. */
function waysToSplit(parts: readonly string[]): string[][] {
  const glued = parts.flatMap((part) => [...(GLUED.exec(part)?.slice(1) ?? [part])]);
  const ways = (numbers: readonly string[]): string[][] =>
    numbers.map((_, i) => {
      const count = numbers.length - i;
      return [numbers.slice(0, count).join('.'), ...numbers.slice(count)];
    });
  const split = glued.length === parts.length ? ways(parts) : [...ways(parts), ...ways(glued)];
  // `5 a` may be `5a`.
  const isLettered = parts.length === 2 && /^\p{L}$/u.test(parts[1] ?? '');
  return isLettered ? [...split, [parts.join('')]] : split;
}

/** `26.3` where the paragraphs of article 26 have no numbers, `6.1.f` where 6(1) is one sentence. */
function unprintedBelow<Found extends Holder>(
  scope: readonly Standing<Found>[],
  { names, number = '' }: PlaceStep,
  meaning: Meaning,
): Standing<Found>[] {
  const at = number.lastIndexOf('.');
  if (at < 0) return [];
  const step: PlaceStep = { names, number: number.slice(0, at) };
  const above = numberedIn(scope, step, meaning);
  const last = number.slice(at + 1);
  return unprinted(above.length > 0 ? above : unprintedBelow(scope, step, meaning), last);
}

/** What its wording counts, else the paragraphs that stand there and in nothing smaller, by order. */
function unprinted<Found extends Holder>(
  scope: readonly Standing<Found>[],
  number = '',
): Standing<Found>[] {
  const counting = scope.filter(
    ({ found, depth }) =>
      found.paragraph.places.length === depth && listsInWording(found.paragraph.text, number),
  );
  return counting.length > 0 ? counting.slice(0, 1) : counted(scope, Number(number));
}

/**
 * @param fit how many places are gone down where the number fits those from here on; undefined
 *   where it does not
 */
function nearest<Found extends Holder>(
  scope: readonly Standing<Found>[],
  meaning: Meaning,
  fit: (places: Paragraph['places']) => number | undefined,
): Standing<Found>[] {
  let least = Infinity;
  const fitting: (Standing<Found> & { readonly skipped: number })[] = [];
  for (const { found, depth } of scope) {
    const { places } = found.paragraph;
    const at = places.findIndex(
      (_, i) =>
        i >= depth && isMeant(found.paragraph, i, meaning) && fit(places.slice(i)) !== undefined,
    );
    if (at < 0) continue;
    // What a paragraph is cited by may stand in any number of parts.
    const skipped = meaning === 'cited' ? 0 : at - depth;
    least = Math.min(least, skipped);
    fitting.push({ found, depth: at + (fit(places.slice(at)) ?? 0), skipped });
  }
  return fitting.flatMap(({ found, depth, skipped }) =>
    skipped === least ? [{ found, depth }] : [],
  );
}

function isMeant(paragraph: Paragraph, at: number, meaning: Meaning): boolean {
  return meaning === 'cited'
    ? at === citedPlace(paragraph)
    : meaning.has(paragraph.places[at]?.kind ?? '');
}

/** The paragraphs that stand at the place and in nothing smaller, by their order. */
function counted<Found extends Holder>(
  scope: readonly Standing<Found>[],
  position: number,
): Standing<Found>[] {
  const directly = scope.filter(({ found, depth }) => found.paragraph.places.length === depth);
  return nth(directly, position);
}

/** The one at a 1-based position, -1 for the last, alone; empty where there is none. */
function nth<Item>(items: readonly Item[], position: number): Item[] {
  if (Number.isNaN(position) || position === 0) return [];
  const item = items.at(position > 0 ? position - 1 : position);
  return item === undefined ? [] : [item];
}

function isPreamble<Found extends Holder>(scope: readonly Standing<Found>[]): boolean {
  return scope.every(({ found }) => found.paragraph.label.startsWith('preamble'));
}

/**
 * What stands below its heading, where it has one: an enacting formula may come before. Recitals may
 * have a heading of their own, wherever they stand.
 */
function inPreamble<Found extends Holder>(scope: readonly Standing<Found>[]): Standing<Found>[] {
  const recitals = scope.filter(({ found }) => found.paragraph.section.some(headsRecitals));
  if (recitals.length > 0) {
    return recitals.map(({ found }) => ({ found, depth: depthBelow(found) }));
  }
  const all = scope.filter(({ found }) => found.paragraph.label.startsWith('preamble'));
  const headed = all.filter(({ found }) => found.paragraph.section.some(opensPreamble));
  return headed.length > 0 ? headed : all;
}

/** Behind the numbers of the headings that it stands below. */
function depthBelow({ paragraph: { places } }: Holder): number {
  const at = places.findIndex(({ kind }) => kind !== 'heading');
  return at < 0 ? places.length : at;
}

/** "The third principle", "the last paragraph": by its number, else by its order. */
function atPosition<Found extends Holder>(
  scope: readonly Standing<Found>[],
  { names }: PlaceStep,
  position: number,
): Standing<Found>[] {
  const own: Meaning = new Set(names);
  const isInner = scope.some(({ depth }) => depth > 0);
  // Outside any place "the first point" is most often none of the text's.
  const meanings = isGeneric(names) && isInner ? meaningsOf(names) : [own];
  const byNumber =
    position > 0
      ? firstOf(meanings, (meaning) =>
          numberedIn(scope, { names, number: String(position) }, meaning),
        )
      : [];
  if (byNumber.length > 0) return byNumber;
  const inOrder = firstOf(meanings, (meaning) => atOrder(scope, meaning, position));
  if (inOrder.length > 0 || !names.includes('paragraph')) return inOrder;
  const directly = isInner || isPreamble(scope) ? counted(scope, position) : [];
  return directly.length > 0 ? directly : nth(scope, position);
}

/** The places of a kind one after the other, and what stands at one of them. */
function atOrder<Found extends Holder>(
  scope: readonly Standing<Found>[],
  meaning: Meaning,
  position: number,
): Standing<Found>[] {
  if (meaning === 'cited') return [];
  const places = placesOfKind(scope, meaning);
  return nth(places, position).flatMap(({ standing }) => standing);
}

/** A place, and what stands there. */
export interface OpenPlace<Found> {
  readonly place: Place;
  readonly standing: readonly Standing<Found>[];
}

/** The places of a kind one after the other: the nearest below, of lists only those right below. */
export function placesOfKind<Found extends Holder>(
  scope: readonly Standing<Found>[],
  meaning: Meaning,
): OpenPlace<Found>[] {
  const isInner = scope.some(({ depth }) => depth > 0);
  const open = new Map<string, { readonly place: Place; readonly standing: Standing<Found>[] }>();
  for (const { found, depth } of scope) {
    const { places } = found.paragraph;
    const at = places.findIndex((_, i) => i >= depth && isMeant(found.paragraph, i, meaning));
    const place = places[at];
    if (place === undefined || (isInner && place.kind === 'item' && at > depth)) continue;
    const key = JSON.stringify(places.slice(0, at + 1));
    const entry = open.get(key) ?? { place, standing: [] };
    entry.standing.push({ found, depth: at + 1 });
    open.set(key, entry);
  }
  return [...open.values()];
}
