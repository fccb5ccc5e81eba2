/**
 * How a question asks, told from its words alone. What fits none of the others asks `what`. The
 * order is the one in which they are tried.
 */
export const QUESTION_FORMS = [
  'when',
  'how-many',
  'who',
  'where',
  'why',
  'yes-no',
  'how',
  'what',
] as const;
export type QuestionForm = (typeof QUESTION_FORMS)[number];

/**
 * What a question asks for, where its words say so and a text can be seen to hold it; in the order
 * in which they are tried.
 */
export const ANSWER_KINDS = ['date', 'frequency', 'number', 'name'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** What answering has to know of a language: what is asked, and what sentences lean on. */
export interface AnswerQuestionRules {
  /** Fits a question of that form; `what` is what remains. */
  readonly forms: Readonly<Record<Exclude<QuestionForm, 'what'>, RegExp>>;
  /** Fits a question that asks for a thing of that kind. */
  readonly asks: Readonly<Record<AnswerKind, RegExp>>;
  /** Fits every thing of that kind in a text, white space being single blanks; with the `g` flag. */
  readonly holds: Readonly<Record<AnswerKind, RegExp>>;
  /** Names that nearly every paragraph of a treaty has and that answer nothing, in lower case. */
  readonly namesEverywhere: readonly string[];
  readonly aim: QuestionAimRules;
  /** A question about several things, which may need several paragraphs. */
  readonly severalThings: RegExp;
  readonly leaning: LeaningRules;
}

/** What is wanted of the service, beside what the texts say. */
export interface QuestionAimRules {
  /** A polite way into a question, at its beginning, that asks for nothing but the answer. */
  readonly politeOpening: RegExp;
  /** Speaks to the service or of it. */
  readonly toTheService: RegExp;
  /** Wants something done. */
  readonly order: RegExp;
  /** Said to be polite, with nothing asked; fits the whole of it. */
  readonly courtesy: RegExp;
  /** Asks how things stand now, or which is first, last or most. */
  readonly rankOrPresent: RegExp;
}

/** Sentences and paragraphs that are not understood without what stands before them. */
export interface LeaningRules {
  /** Opens a sentence that cannot be understood without the one before. */
  readonly sentenceOpening: RegExp;
  /** Opens a paragraph with a pronoun for many, up to its end: "In this context, they". */
  readonly pronounOpening: RegExp;
  /** The words that a sentence opens with where they are its subject: "The Member States". */
  readonly subject: RegExp;
  /** A subject that is many, as the pronoun is. */
  readonly plural: RegExp;
  /** A subject as it reads in mid-sentence: "the Member States". */
  readonly inMidSentence: (subject: string) => string;
}
