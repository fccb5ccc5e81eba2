import { rulesOf } from '../../language/languages.js';

/** A line of a table. */
export interface Row {
  /** Words of all columns in their order, empty where there are none. */
  readonly cells: readonly string[];
  /** Columns that hold markers and nothing else, 0-based. */
  readonly sources: readonly number[];
  /** It says what the columns of the rows below are. */
  readonly isHead: boolean;
}

/** A sentence that a model has written, or a row of a table, its markers taken out. */
export interface StatedSentence {
  /**
   * Plain text on one line: no markers, nothing that could be read as one, no markup, nothing
   * invisible but word joiners. Empty where it was too long to be checked.
   */
  readonly text: string;
  /** Numbers of sentences that it cites, in order of appearance, no repeats; all of them there. */
  readonly numbers: readonly number[];
  /** Markers dropped since nothing has their number; a range counts once. */
  readonly unknown: number;
  /**
   * What stood between the sentence before and this one; empty for the first, and where Chinese
   * needs none.
   */
  readonly separator: Separator;
  /** Blanks before the sign of a list that it begins behind; absent where it begins no item. */
  readonly indent?: number;
  /** Present where it is a row of several columns; `text` has a bar between them. */
  readonly row?: Row;
  /** The first on its line, and behind a marker: what that marker stands for, or an entry of sources. */
  readonly isMarked?: true;
}

/** Weakest first. */
const SEPARATORS = ['', ' ', '\n', '\n\n'] as const;
export type Separator = (typeof SEPARATORS)[number];

export function stronger(a: Separator, b: Separator): Separator {
  return SEPARATORS.indexOf(a) > SEPARATORS.indexOf(b) ? a : b;
}

/** What says nothing once the marker is out. */
const LEADS = rulesOf('replies').flatMap(({ lostLeads }) => lostLeads ?? []);

/**
 * Words as they leave: a number in brackets gets an invisible word joiner, as that of a source
 * does.
 */
export function plainStatement(words: string): string {
  const said = words.trim();
  const lead = leadOf(said).length;
  const kept = lead === 0 ? said : said.charAt(lead).toUpperCase() + said.slice(lead + 1);
  return kept.replace(/[[［【](?=\s*[\p{N}^]|$)/gu, '$&\u2060');
}

function leadOf(said: string): string {
  for (const lead of LEADS) {
    const found = lead.exec(said)?.[0];
    if (found !== undefined) return found;
  }
  return '';
}
