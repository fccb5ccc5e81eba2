import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';

const ADOPTION_LINE = anyOf(rulesOf('parts').flatMap(({ adoptionLine }) => adoptionLine ?? []));
/** No such line is longer. */
const MAX_LENGTH = 250;

/** Whether the words say when something was adopted, and nothing else: they are no title. */
export function saysWhenAdopted(words: string): boolean {
  return words.length <= MAX_LENGTH && ADOPTION_LINE.test(words.replace(/\s+/gu, ' '));
}
