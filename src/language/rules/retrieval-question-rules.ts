import type { ReferenceRules } from './reference-rules.js';

/**
 * What retrieval has to know of how questions are asked in a language. What is absent is not done
 * for it. Strings are alternatives of a regular expression, whole words, matched whatever their
 * case; none holds a capturing group.
 */
export interface RetrievalQuestionRules {
  readonly references?: ReferenceRules;
  readonly followUps?: FollowUpRules;
  readonly subQuestions?: SubQuestionRules;
  readonly documentNames?: DocumentNameRules;
  readonly condensing?: CondensingRules;
}

/** What shows that a question may lean on what was said before; all without the flag `g`. */
export interface FollowUpRules {
  /** Openings and endings that go on with what was said: "And …", "What about …?". */
  readonly goingOn: RegExp;
  /** Places in a list given before: "the second one". */
  readonly placeInList: RegExp;
  /** Words that stand for one thing said before, or earlier in the question: "it", "there". */
  readonly pointingBack: RegExp;
  /** Words that add to what was said, or to nothing: "others", "else", "too". */
  readonly adding: RegExp;
  /** Words for those whose texts are asked as often as for somebody named before: "they". */
  readonly speakers: RegExp;
}

/** Where one question is made of several. */
export interface SubQuestionRules {
  /**
   * From the blank or mark before a question word up to it, a conjunction included: ", and " of
   * "…, and what …". With the flag `g`.
   */
  readonly nextQuestion: RegExp;
  /**
   * What may not stand right before {@link nextQuestion}, since the question word goes with it:
   * "the kind of cooperation in" (which), "explain" (how). Anchored at its end.
   */
  readonly subordinating: RegExp;
  /** The conjunction that a part may begin with, the blank after it included. */
  readonly openingConjunction: RegExp;
  /** A part that says where to look and asks nothing: "According to Mr Novak". */
  readonly frame: RegExp;
  /**
   * The conjunction between two things asked for together, where what follows is a thing of its
   * own: " and " of "the programme and the plan". With the flag `g`.
   */
  readonly coordination: RegExp;
}

/** How a question names the documents that it is about. */
export interface DocumentNameRules {
  /** All documents of a small corpus: "both declarations". */
  readonly allOfThem: RegExp;
  /** What a name of a document may be followed by: "the Rio text". Lower case, each form. */
  readonly nouns: readonly string[];
  /** Words of a comparison that say nothing of its subject. Lower case. */
  readonly comparing: readonly string[];
  /** A word in Latin letters, where the language has others: names of places are known by it. */
  readonly inLatin?: (word: string) => string;
}

/** A chat model makes a question standalone: what it is shown and what it writes. */
export interface CondensingRules {
  /** What models like to put before the question that they were asked for: "Question: ". */
  readonly label: RegExp;
}
