import { directionOf } from '../../language/direction.js';
import type { Phrases } from '../../language/rules/phrases.js';
import { COMMON_PHRASES, SPOKEN } from '../../language/spoken.js';
import { primary, withReplacements } from './with-replacements.js';

export interface Wording {
  readonly strings: Phrases;
  /** What was given in place of the widget's own, for what is said elsewhere. */
  readonly replacements: readonly object[];
  /** Language that the strings are in, as far as is known. */
  readonly language: string;
  /** `undefined` where the page decides. */
  readonly direction: 'ltr' | 'rtl' | undefined;
}

export interface WordingWishes {
  /** What the element itself asks for; the direction follows it. */
  readonly own: string | undefined;
  /** Languages to fall back on, the dearest first. */
  readonly others: readonly string[];
  /** Wordings in place of the widget's own; whatever is no string is passed over. */
  readonly replacements: readonly unknown[];
}

/** The wordings in the language that is wanted, English for all that nobody gave. */
export function chooseStrings({ own, others, replacements }: WordingWishes): Wording {
  const wanted = own === undefined ? others : [own];
  const known = wanted.find((tag) => SPOKEN.has(primary(tag)));
  const replaced = replacements.filter(
    (replacement) => typeof replacement === 'object' && replacement !== null,
  );
  const strings = withReplacements(SPOKEN.get(primary(known ?? '')) ?? COMMON_PHRASES, replaced);
  // Words of a language from right to left turn the widget wherever they come from; others stand as
  // the page does unless the element asks for them.
  const direction = directionOf(own ?? known ?? '');
  // Whoever gives wordings of a language that is not shipped says by `lang` which it is.
  return {
    strings,
    replacements: replaced,
    language: known ?? (replaced.length > 0 ? own : undefined) ?? 'en',
    direction: own === undefined && direction === 'ltr' ? undefined : direction,
  };
}

/** Wordings that stand in an attribute as JSON; `undefined` where they cannot be read. */
export function readStrings(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return undefined;
  }
}
