/** What the product says in a language by itself. */
export interface Phrases {
  /** At the end of a list of names that is cut short: "4 more". */
  readonly more: (count: number) => string;
}
