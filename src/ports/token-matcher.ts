/**
 * How the tokens of a question and of a text meet, each seen among all others: a word that stands
 * there in no form is near to nothing. Cosines, in standard deviations from what they are of questions
 * and of what would be quoted for them.
 */
export interface TokenMatch {
  /** Of a token of the question with the nearest one of the text: the mean of all. */
  readonly question: number;
  /** Of a token of the text with the nearest one of the question: the mean of all. */
  readonly text: number;
  /** Of the two that are nearest. */
  readonly nearest: number;
  /** Of the token of the question that is left most alone with the one that is nearest to it. */
  readonly farthest: number;
}

/** Compares a question with a text token by token: late interaction, as ColBERT's. */
export interface TokenMatcher {
  /**
   * @returns undefined where there is nothing to compare, or it is not known how near tokens are to
   *   each other by this model
   */
  matchTokens(question: string, text: string): Promise<TokenMatch | undefined>;
}
