import { alternatives } from '../../../any-of.js';
import { listed } from '../../../listed.js';

/** "What time", "which years": what is asked for is a date. */
export const TIMES = listed('years? dates? days? months? time term period decade');

/** "Which city", "what places". */
export const PLACES = listed('cit(?:y|ies) towns? places? hotels? venues?');

/** "How many", "how high". */
export const QUANTITIES = listed('many much big large high far');

/** "What is the budget of", "the number of". */
export const AMOUNTS: readonly string[] = [
  ...listed('percentage budget cost price'),
  'per ?cent',
  'number of',
  'amount of',
];

/** `what city`, `which capital city`: "what" or "which", at most one word, and one of the nouns. */
export function whatOrWhich(nouns: readonly string[]): string {
  return String.raw`\b(?:what|which) (?:\w+ )?(?:${alternatives(nouns)})\b`;
}
