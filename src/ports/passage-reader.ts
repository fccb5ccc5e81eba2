/** What a reader makes of one passage; logits, above 0 for yes. */
export interface PassageReading {
  /** That the passage answers the question. */
  readonly passage: number;
  /** That each of its sentences does, in their order. */
  readonly sentences: readonly number[];
}

/**
 * A trained model that reads a question and a passage together, where an encoder has read each
 * without the other.
 */
export interface PassageReader {
  /** Whether it reads a language (BCP 47 tag). */
  reads(language: string): boolean;
  /** Whether this one word, as it is spelt, is one that it knows. */
  isWord(word: string): boolean;
  /**
   * @param passages the sentences of each passage, at least one each
   * @returns a reading of each passage, in their order
   */
  read(question: string, passages: readonly (readonly string[])[]): Promise<PassageReading[]>;
}
