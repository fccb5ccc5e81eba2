/**
 * Words that name the parts of a legal text, in the languages that most treaties are drawn up in.
 */

/** Parts that hold other parts. A smaller rank stands further out. */
export const DIVISIONS: readonly (readonly [rank: number, key: string, words: string])[] = [
  [0, 'annex', 'annex|annexe|appendix|schedule|protocol|anhang|anexo|allegato|приложение|протокол'],
  [1, 'part', 'part|book|title|partie|teil|parte|livre|buch|libro|título|titre|titel|часть|раздел'],
  [2, 'chapter', 'chapter|chapitre|kapitel|capítulo|capitolo|глава'],
  [3, 'subdivision', 'division|subchapter|subdivision'],
];

/** Parts that hold the wording itself and are cited by their number. */
export const PROVISIONS: readonly (readonly [key: string, words: string])[] = [
  ['article', 'article|art\\.|artikel|artículo|articolo|artigo|статья'],
  ['principle', 'principle|principe|prinzip|grundsatz|principio|принцип'],
  ['rule', 'rule|règle|regel|regla|правило'],
  ['guideline', 'guideline|guiding principle'],
  ['recommendation', 'recommendation|recommandation|empfehlung|recomendación|рекомендация'],
  ['commitment', 'commitment'],
  ['goal', 'goal|objective|target'],
  ['regulation', 'regulation'],
  ['clause', 'clause'],
  ['paragraph', 'paragraph'],
  ['action', 'action'],
  ['point', 'point'],
  ['amendment', 'amendment'],
];

/**
 * `Section` is a division above articles (law of the sea) or a provision within them
 * (constitutions).
 */
export const SECTION_WORDS = 'section|abschnitt|sección|sezione|секция';

/** Headings that need no number and no blank line around them. */
export const NAMED_PARTS =
  /^(?:the )?(?:preamble|preambular clauses|operative clauses|preliminary|introduction|foreword|final provisions|final clauses|conclusion|conclusions|signatures|annex|annexes|appendix|appendices|schedule|protocol|declaration|contents|table of contents|präambel|préambule|preámbulo|преамбула)$/iu;

/** What stands below the last provision: the formula before the signatures. */
export const CLOSING_FORMULA =
  /^(?:done (?:at|in|on|this)|in (?:witness|faith|testimony) (?:whereof|of which)|(?:adopted|signed|issued) (?:at|in|on))(?![\p{L}])/iu;
