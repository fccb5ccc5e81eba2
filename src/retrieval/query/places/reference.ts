import type { Span } from '../../../types.js';
import type { PlaceName } from '../../../language/rules/reference-rules.js';

/** One step to a place: "article 26(3)", "the last paragraph". */
export interface PlaceStep {
  /** What its name may mean; a name such as "ч." has several meanings. */
  readonly names: readonly PlaceName[];
  /** As it was asked for, what stands below it included: `26`, `9bis`, `26.3.a`; none of "the preamble". */
  readonly number?: string;
  /** What stands behind the first dot was put in later, if there is such. */
  readonly inserted?: true;
  /** The last number of a range. */
  readonly through?: string;
  /** Counted, 1-based, where no number says it: 3 for "the third principle", -1 for the last. */
  readonly position?: number;
  /** Passed over in a text that has no such places: a file may hold one title of a code alone. */
  readonly ifAny?: true;
  /** A number that need not be one of a place: "the 20 in part 3". Places are not counted for it. */
  readonly loose?: true;
}

/** A place in the texts that a question names. */
export interface Reference {
  /** Where the question names it; at least one. */
  readonly spans: readonly Span[];
  /** As it was typed: "article 99". */
  readonly words: string;
  /**
   * What it may mean, the likelier first, each from the outermost step on: "ч. 1 ст. 72" has its
   * steps the other way round.
   */
  readonly readings: readonly (readonly PlaceStep[])[];
  /** Which of the sentences there, where it asks for such. */
  readonly sentence?: PlaceStep;
  /** Without what need not be meant, for where none of these leads anywhere. */
  readonly else?: readonly PlaceStep[];
}

/** Whether it can be said that there is no such place: a number was asked for, not "the last part". */
export function isNumbered({ readings }: Reference): boolean {
  return readings.every(
    (steps) =>
      steps.some(({ number }) => number !== undefined) &&
      steps.every(
        ({ names, number, position }) =>
          position === undefined && (number !== undefined || names.includes('preamble')),
      ),
  );
}
