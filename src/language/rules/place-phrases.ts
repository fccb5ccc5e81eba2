/**
 * What is said of the places in a text that a question names. `{place}` stands for the place as the
 * question has it, `{title}` for the text, `{kinds}` for what is counted there.
 */
export interface PlacePhrases {
  /** There is no such place. */
  readonly missing: string;
  /** The same, with what there is from `{first}` to `{last}`. */
  readonly missingOf: string;
  /** The same further in: article 5 is there, and has no ninth paragraph. */
  readonly missingWithin: string;
  /** How long a text is: `{paragraphs}` and `{words}` are counts, `{last}` is a label. */
  readonly length: string;
  /** `{shown}` of `{all}` paragraphs of a place are quoted. */
  readonly quotedInPart: string;
  /** A text that was asked with others has no answer. */
  readonly saysNothing: string;
  /** `{part}` of a question is not answered, where another is. */
  readonly unanswered: string;
  /** Ends a list of names that is cut short; `{count}` are left. */
  readonly more: string;
  /** Names of what is counted, many of them, by kinds of places; `item` stands for all others. */
  readonly kinds: Readonly<Record<string, string>> & { readonly item: string };
}
