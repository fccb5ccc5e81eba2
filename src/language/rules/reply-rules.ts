/** How chat models write in a language. */
export interface ReplyRules {
  /** What may stand before the number in a marker: "[source 1]". */
  readonly markerNouns: readonly string[];
  /** Between numbers in one marker: "[1 and 2]". */
  readonly markerLinks: readonly string[];
  /**
   * What leads to a marker, or from it, and to nothing without it: "According to [1], the States …", "[1]
   * says that the States …".
   */
  readonly lostLeads?: readonly RegExp[];
  /** What a question is answered with before anything is said: "yes"; lower case. */
  readonly yesOrNo: readonly string[];
  /** Prototypes of sentences that say that the texts do not say something. */
  readonly refusals: readonly string[];
  /** Prototypes of those that say nothing of the texts: "I do not know." */
  readonly bareRefusals: readonly string[];
  /** Prototypes of others that are as near to those as any, denials above all. */
  readonly statements: readonly string[];
  /** Prototypes of words with which a sentence leans on the one before: "However". */
  readonly leaningOpenings: readonly string[];
  /** Prototypes of words with which others open. */
  readonly plainOpenings: readonly string[];
  /** Prototypes of what opens and closes a reply, and says nothing of what was asked. */
  readonly asides: readonly string[];
}
