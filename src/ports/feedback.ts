export const FEEDBACK_KINDS = ['unanswered', 'unhelpful', 'helpful'] as const;

/** What the operator is told of a question; nothing of who asked it. */
export interface FeedbackEntry {
  /** `YYYY-MM-DD`; no hour, by which a visitor could be found in other logs. */
  readonly day: string;
  /** The texts did not answer it, or what a visitor said of the answer. */
  readonly kind: (typeof FEEDBACK_KINDS)[number];
  readonly question: string;
  /** Addresses of the paragraphs that were shown, `/documents/{id}#{anchor}`. */
  readonly places: readonly string[];
}

export interface FeedbackBook {
  /** @throws where it cannot be written */
  readonly add: (entry: FeedbackEntry) => Promise<void>;
}
