/** How a question asks, told from its words alone. */
export type QuestionForm =
  'when' | 'how-many' | 'who' | 'where' | 'why' | 'how' | 'yes-no' | 'what';

const AUXILIARY =
  'is|are|was|were|am|do|does|did|can|could|may|might|must|shall|should|will|would|has|have|had';

/** Tried in this order; what none fits asks "what". */
const FORMS: readonly (readonly [QuestionForm, RegExp])[] = [
  [
    'when',
    /\bwhen\b|\b(?:what|which) (?:\w+ )?(?:years?|dates?|months?|days?|time|term|period|decade)\b|\bhow (?:long|soon|old|often|frequently)\b|\bby what date\b|\bdeadline\b/iu,
  ],
  [
    'how-many',
    /\bhow (?:many|much|big|large|high|far|expensive|strong)\b|\b(?:percentage|per ?cent|number of|amount of|size of|budget|cost|price|(?:authori[sz]ed|share|registered) capital|share of)\b/iu,
  ],
  [
    'who',
    /\bwho(?:se|m)?\b|\b(?:what|which) (?:\w+ )?(?:person|people|man|woman|leader|president|minister|official|countr(?:y|ies)|states?|nations?|body|bodies|organi[sz]ations?|agency|agencies)\b|\bname of the (?:person|head|author)\b/iu,
  ],
  [
    'where',
    /\bwhere\b|\b(?:what|which) (?:\w+ )?(?:cit(?:y|ies)|places?|towns?|hotels?|venues?|locations?|address(?:es)?|capital)\b/iu,
  ],
  [
    'why',
    /\bwhy\b|\bwhat for\b|\b(?:what|which) (?:\w+ )?(?:reasons?|purposes?|causes?|grounds)\b|\bhow come\b/iu,
  ],
  [
    'yes-no',
    new RegExp(
      String.raw`^\W*(?:(?:and|but|so|or|well|also)\W+)?(?:${AUXILIARY})(?:n['’]t)?\b|[.,;]\s*(?:${AUXILIARY})\b[^.?]*\?\s*$`,
      'iu',
    ),
  ],
  ['how', /\bhow\b/iu],
];

export function questionForm(question: string): QuestionForm {
  return FORMS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'what';
}
