import type { Division, Provision } from '../language.js';

/** What a place in a text may be called in a question. */
export type PlaceName =
  | Division
  | Provision
  | 'section'
  /** `§`. */
  | 'sign'
  /** What lists count: letters, subparagraphs. */
  | 'item'
  | 'preamble'
  /** A paragraph of the preamble. */
  | 'recital'
  /** Smaller than any paragraph: it is understood, and its paragraph is meant. */
  | 'sentence';

/**
 * Places in a text that a question names: "article 26(3)", "the last paragraph of chapter IV".
 * Strings are alternatives of a regular expression, whole words, matched whatever their case; none
 * holds a capturing group.
 */
export interface ReferenceRules {
  /**
   * Names in the forms that questions have, plurals, cases and short forms, beside those that the
   * parts of texts are called. A name may stand for several places: "ч." is a part or an item.
   */
  readonly names: Readonly<Partial<Record<PlaceName, string>>>;
  /** Short forms that are names only in these capitals: "DA" is no "da". */
  readonly initials?: Readonly<Partial<Record<PlaceName, string>>>;
  /** What may stand between a name and its number: "no.". */
  readonly numberSign?: string;
  /** Between the two ends of a range: "45 to 48". */
  readonly range?: string;
  /** Before the last of several numbers: "5, 7 and 9". */
  readonly conjunction?: string;
  /** Names behind whose number a dot leads to what was put in later: "ст. 103.1" comes after 103. */
  readonly dotInserts?: string;
  /** Between a place and what it stands in: "section 2 of the article 1". */
  readonly of?: string;
  /** Before a letter that stands below the number before it: "artikel 5, onder b". */
  readonly below?: string;
  /** Ordinals from the first on, before a name, each in its forms: "the third article". */
  readonly ordinals?: readonly string[];
  /** Behind digits that are an ordinal: "the 14th amendment". */
  readonly ordinalEnding?: string;
  /** Counted from the end, before the name, the last first: "last", "penultimate". */
  readonly fromEnd?: readonly string[];
  /** The same behind the name; an empty one where it is not said so: "article before last". */
  readonly fromEndBehind?: readonly string[];
  /** Before a number that counts from the end: 倒数第二条. */
  readonly endSign?: string;
  /**
   * Numbers in letters that are words of the language too: they are numbers only in quotation marks
   * or brackets, at the end, before a mark, before another name, or before these words.
   */
  readonly wordLike?: { readonly numbers: string; readonly before?: string };
  /** What one says of a place of which one wants the gist; parts of words: "summar". */
  readonly summarising?: string;
  /**
   * What one says of a place that one wants to read whole: "What does section 2 contain?", "Give me
   * article 5".
   */
  readonly asking?: string;
}
