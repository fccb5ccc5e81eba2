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
   * The same where the question names a paragraph by its number: who does wants to read it. At least
   * `maxWords`. By hand.
   */
  maxNamedWords: 200,
  /**
   * A list is quoted whole up to this many words, those of the answer before it included. At least
   * `maxNamedWords`. By hand.
   */
  maxListWords: 250,
  /** Paragraphs whose sentences compete for each thing asked. 1 to 4: so many are read. */
  maxParagraphs: 3,
  /** Sentences that are quoted for each thing asked, those apart that one of them leans on. 1 to 5. */
  maxSentences: 3,
  /**
   * A further sentence is quoted only where its score is at least this share of the best one's. 0 to
   * 1. On 36 excerpts that no model was trained on (648 questions) the right sentence is shown in
   * .873 with 71 words at 0, .867 with 53 at .6, .844 with 44 at .8.
   */
  minScoreShare: 0.6,
  /**
   * How much the score of its paragraph counts beside a sentence's own, which counts 1, when
   * sentences of several paragraphs compete. 0 to 1. On the same excerpts anything from .3 to 1 shows
   * the right sentence as often.
   */
  paragraphWeight: 0.5,
  /**
   * Added to a sentence's own score, 0 to about 1, where it holds the kind of thing asked for: a
   * date, a number, a name. By hand.
   */
  kindBonus: 0.15,
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
   * Paragraphs, best first, that are looked through for the question's names and for everyday
   * questions of its form. From the first trials of abstention, which looked at three. The weights
   * are fitted to it.
   */
  bestParagraphs: 3,
  /**
   * Names that the paragraphs do not hold count up to here. From the first trials of abstention. The
   * weights are fitted to it.
   */
  maxMissingNames: 2,
  /**
   * Share of the question's words, weighted by rarity, that the best paragraph must hold where the
   * embedding model cannot read the question and nothing else tells. 0 to 1. By hand.
   */
  minCoverage: 0.5,
} as const;
