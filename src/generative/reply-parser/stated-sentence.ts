/** A sentence that a model has written, its markers taken out. */
export interface StatedSentence {
  /**
   * Plain text on one line: no markers, nothing that could be read as one, no markup, nothing
   * invisible but word joiners.
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
}

/** Weakest first. */
const SEPARATORS = ['', ' ', '\n', '\n\n'] as const;
export type Separator = (typeof SEPARATORS)[number];

export function stronger(a: Separator, b: Separator): Separator {
  return SEPARATORS.indexOf(a) > SEPARATORS.indexOf(b) ? a : b;
}

/** "According to [1], the States …": what is left without the marker leads to nothing. */
const LOST_LEAD =
  /^(?:according to|as (?:stated|noted|described|mentioned|set out) in|based on|per)(?: (?:the )?(?:sentences?|sources?|texts?|evidence))?(?: and)?, (?=\p{L})/iu;

/** "Yes, it is.": whether it is what was asked cannot be checked, and the rest says it. */
const YES_OR_NO = /^(?:yes|no)(?:[,:;!]| [–—-]) +(?=\p{L})/iu;

/**
 * Words as they leave: a number in brackets gets an invisible word joiner, as that of a source
 * does.
 */
export function plainStatement(words: string): string {
  const said = words.trim();
  const lead = (LOST_LEAD.exec(said) ?? YES_OR_NO.exec(said))?.[0].length ?? 0;
  const kept = lead === 0 ? said : said.charAt(lead).toUpperCase() + said.slice(lead + 1);
  return kept.replace(/[[［【](?=\s*[\p{N}^]|$)/gu, '$&\u2060');
}
