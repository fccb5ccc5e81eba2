import { meaningsOf } from './meanings.js';
import { byDocument, goTo, type Placed } from './places-at.js';
import { distanceBetween } from './place-number.js';
import type { PlaceStep, Reference } from './reference.js';
import { placesOfKind, type OpenPlace } from './standing.js';

/** A numbered place that a text does not have, and what it has in its stead. */
export interface MissingPlace<Found extends Placed = Placed> {
  readonly documentId: string;
  /** As the question has it: "article 99". */
  readonly words: string;
  /** What is counted there; absent where nothing is. */
  readonly there?: {
    /** `article`, `item`. */
    readonly kind: string;
    readonly first: string;
    readonly last: string;
    /** Further in: the paragraphs of article 5, where that has no ninth. */
    readonly inner: boolean;
    /** What stands at the number that comes closest. */
    readonly closest: readonly Found[];
  };
}

/** What each text has where a place was looked for in vain. */
export function missingPlaces<Found extends Placed>(
  paragraphs: readonly Found[],
  { words, readings }: Reference,
): MissingPlace<Found>[] {
  const [steps = []] = readings;
  return byDocument(paragraphs).map((text) => {
    const documentId = text[0]?.document.id ?? '';
    const there =
      whatIsThere(text, steps.flatMap(oneByOne)) ??
      whatIsThere(text, steps.map(asSection).flatMap(oneByOne));
    return { documentId, words, ...(there === undefined ? {} : { there }) };
  });
}

/** As long as a year. */
const IS_LONG = /^\p{Nd}{4}$/u;

/** Numbers of a reference that may be years, as no place of that name has one so long: "goals 2030". */
export function yearsIn(among: readonly Placed[], { readings }: Reference): string[] {
  return readings.flat().flatMap(({ names, number = '' }) => {
    if (!IS_LONG.test(number)) return [];
    const meanings = meaningsOf(names);
    const isLongThere = among.some(({ paragraph }) =>
      paragraph.places.some(
        (place) =>
          IS_LONG.test(place.number) &&
          meanings.some((meaning) => meaning === 'cited' || meaning.has(place.kind)),
      ),
    );
    return isLongThere ? [] : [number];
  });
}

/** `5.9` may be missing since article 5 has no ninth paragraph. */
function oneByOne({ number, ...step }: PlaceStep): PlaceStep[] {
  if (number === undefined) return [step];
  const [first = '', ...below] = number.split('.');
  return [
    { ...step, number: first },
    ...below.map((part): PlaceStep => ({ names: ['item'], number: part })),
  ];
}

/** A number without a name may be that of a heading. */
function asSection(step: PlaceStep): PlaceStep {
  return step.names.length > 0 ? step : { ...step, names: ['section'] };
}

function whatIsThere<Found extends Placed>(
  text: readonly Found[],
  steps: readonly PlaceStep[],
): MissingPlace<Found>['there'] {
  const reached = steps.findIndex((_, i) => goTo(text, steps.slice(0, i + 1)).length === 0);
  const failing = steps[reached];
  if (failing === undefined) return undefined;
  const scope = goTo(text, steps.slice(0, reached));
  for (const meaning of [...meaningsOf(failing.names), 'cited' as const]) {
    const places = placesOfKind(scope, meaning);
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) continue;
    return {
      kind: first.place.kind,
      first: first.place.number,
      last: last.place.number,
      inner: reached > 0,
      closest: closestTo(failing.number ?? '', places),
    };
  }
  return undefined;
}

function closestTo<Found extends Placed>(
  number: string,
  places: readonly OpenPlace<Found>[],
): Found[] {
  const distance = ({ place }: OpenPlace<Found>): number => distanceBetween(number, place.number);
  const closest = places.reduce<OpenPlace<Found> | undefined>(
    (best, each) => (best === undefined || distance(each) < distance(best) ? each : best),
    undefined,
  );
  return (closest?.standing ?? []).map(({ found }) => found);
}
