/** What became of a question. */
export interface AskedOutcome {
  readonly set: 'judged' | 'foreign' | 'excerpts';
  readonly answerable: boolean;
  readonly answered: boolean;
  /** Whether the first paragraph answers it; undefined where nobody knows which does. */
  readonly first: boolean | undefined;
  /** Whether what would be quoted answers it. */
  readonly shown: boolean | undefined;
  readonly words: number;
}
