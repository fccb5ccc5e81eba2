/**
 * Every number that steers what is quoted and when it is said that the texts do not answer, apart
 * from the fitted weights in `abstention/answerability-weights.ts`. "By hand" means that no search
 * for the best value is on record: it was set by looking at answers to the judged questions
 * (`test/judged`). Whoever changes one runs `npm run eval` before and after, and, since abstention
 * reads what would be quoted, `training/answerability/fit.ts`.
 */

/** Which sentences an answer quotes. Words are counted between blanks. */
export const QUOTING = {
  /**
   * An answer is filled up to this many words; the leading sentence of each thing asked may be
   * longer. 40 to 200. By hand: 60 at first, 80 since a second paragraph fills what is left open.
   */
  maxWords: 80,
  /**
   * What follows a leading sentence is quoted in paragraphs of up to this many words. 0 to
   * `maxWords`. By hand: a long sentence of a declaration has as many.
   */
  maxShortParagraphWords: 60,
  /**
   * The same where the question names a place by its number: who does wants to read it. At least
   * `maxWords`. By hand: most articles have fewer.
   */
  maxNamedWords: 250,
  /**
   * The same of all texts together that have the place. `maxNamedWords` to four times as many; two
   * texts side by side are most of what is compared. By hand.
   */
  maxComparedWords: 500,
  /**
   * A list is quoted whole up to this many words, those of the answer before it included. At least
   * `maxNamedWords`. By hand.
   */
  maxListWords: 250,
  /** Sentences that are the gist of a place: one of each paragraph or section. 5 to 20. By hand. */
  maxGistSentences: 10,
  /** Paragraphs whose sentences compete for each thing asked. 1 to 4: so many are read. */
  maxParagraphs: 3,
  /** Sentences that are quoted for each thing asked, those apart that one of them leans on. 1 to 5. */
  maxSentences: 3,
  /**
   * A further sentence is quoted only where its score is at least this share of the best one's. 0 to
   * 1. On 36 excerpts that no model was trained on (648 questions) the right sentence is shown in
   * .864 with 59 words at .6, .867 with 53 at .75, .855 with 48 at .85; of the paragraphs that are
   * cited of the texts that ship .78, .86 and .87 are right ones.
   */
  minScoreShare: 0.75,
  /**
   * How much the score of its paragraph counts beside a sentence's own, which counts 1, when
   * sentences of several paragraphs compete. 0 to 1. On the same excerpts the right sentence is shown in
   * .861 at .5, .864 at .8, .863 at 1; on the texts that ship without their everyday questions, in .771
   * and .786 of those of another set.
   */
  paragraphWeight: 0.8,
  /**
   * What the first paragraph leaves open of a question about several things, before a further one is
   * sought for it: share of the question's terms, weighted by rarity. 0 to 1. By hand.
   */
  minOpenShare: 0.25,
  /** How much of what is left open that further paragraph must hold. 0 to 1. By hand. */
  minFilledShare: 0.6,
  /** Its score must be at least this share of the first one's. 0 to 1. By hand. */
  minRemainderShare: 0.5,
  /**
   * Paragraphs that are looked back through for whom "they" means: a pronoun reaches no further. 1
   * to 5. By hand.
   */
  maxParagraphsBack: 3,
  /**
   * Characters of a paragraph that are looked at for its subject, or for a "they"; more than any
   * subject has. 100 to 1000. By hand.
   */
  openingCharacters: 300,
  /** A longer line says something by itself, however it ends. 5 to 20. By hand. */
  maxBareWords: 12,
} as const;

/** What is looked at before it is said that the texts do not answer. */
export const ABSTENTION = {
  /**
   * Paragraphs, best first, whose sentences and everyday questions say how near the texts come. From
   * the first trials of abstention, which looked at three. The weights are fitted to it.
   */
  bestParagraphs: 3,
  /**
   * Paragraphs (1 and up) of a text of which nearness is what it is; of larger ones some is taken off,
   * and none is left below 0. Of single excerpts .634, .648 and .639 of what they do not answer is
   * refused with 4, 30 and 1,000; of seven texts that had no part in the fit .83, .86 and .87.
   */
  ordinaryCrowd: 30,
  /** Paragraphs (2 and up) above which it makes no difference how many: of the most it was fitted on. */
  largeCrowd: 4096,
  /**
   * Probability from which on tokens are not compared any more, 0 to 1, where the reader has read. Of
   * 1,476 questions that texts answer four in ten are as sure as that; of 2,433 others one more is
   * answered than when all are compared.
   */
  sureProbability: 0.95,
} as const;

/** How near the least a question must be to a prototype, and how much nearer than to an ordinary one. */
export interface Nearness {
  /** Cosine, -1 to 1. */
  readonly minSimilarity: number;
  /** Difference of cosines, -2 to 2. */
  readonly minMargin: number;
  /** Both together: less of the one takes more of the other. */
  readonly minSum: number;
}

/**
 * Questions about a text as a whole. The cosines are those of the model that ships. Set on the
 * judged questions and those of `training/answerability`, of which one in 986 is taken for such a
 * question wrongly ("lorem ipsum"), and on 113 such questions in varied English words, of which 107
 * are known. In other languages 30 of 42 are, most in Russian, Chinese and French, few in German.
 */
export const WHOLE_DOCUMENT = {
  /** Where no word of the question is left unexplained, the words themselves say nearly all. */
  explained: { minSimilarity: 0.4, minMargin: -0.12, minSum: 0.28 } satisfies Nearness,
  /** Where some are. */
  unexplained: { minSimilarity: 0.6, minMargin: 0.1, minSum: 0.7 } satisfies Nearness,
  /** In a language without rules, where no word can be explained. */
  otherLanguage: { minSimilarity: 0.46, minMargin: 0, minSum: 0.5 } satisfies Nearness,
  /** Words of the shortest of several questions in one: "who signed it". 2 to 5. By hand. */
  minPartWords: 3,
  /** With more words left over a question is about them. 0 to 5. By hand. */
  maxUnexplained: 2,
  /** Documents that are answered of where none is named; a fourth makes a list of it. By hand. */
  maxDocuments: 3,
  /** What a text is about is said in so many words, those of all documents together. By hand. */
  maxWords: 120,
  /** Longer sentences stand for a part of a text only where there is no other. 15 to 60. By hand. */
  maxSentenceWords: 40,
  /** The same for the sentence that says what the text is. Preambles are long-winded. By hand. */
  maxOpeningWords: 60,
  /** A shorter sentence says nothing of a text. 1 to 10. By hand. */
  minSentenceWords: 6,
  /** Paragraphs of a part of the text that are looked at for its first telling sentence. By hand. */
  partParagraphs: 4,
  /** Parts that a text without headings is divided into. 2 to 8. By hand. */
  parts: 4,
  /** Headings that are named where the parts of a text are asked for. By hand. */
  maxParts: 20,
  /** Paragraphs at the beginning that may say what a text is, when it was made and by whom. */
  openingParagraphs: 12,
  /** The same at its end. */
  closingParagraphs: 6,
  /**
   * Cosine from which on a sentence names parties as the prototypes do. On 27 texts, of which five
   * open with "We, …", those have .43 to .58 and most others less than .4.
   */
  minPartiesSimilarity: 0.43,
} as const;
