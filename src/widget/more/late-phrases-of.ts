import type { LatePhrases } from '../../language/rules/late-phrases.js';
import { COMMON_LATE_PHRASES, SPOKEN_LATE } from '../../language/spoken-late.js';
import type { Wording } from '../strings/choose-strings.js';
import { primary, withReplacements } from '../strings/with-replacements.js';

/** What is said late in the language of the rest. */
export function latePhrasesOf({ language, replacements }: Wording): LatePhrases {
  const phrases = SPOKEN_LATE.get(primary(language)) ?? COMMON_LATE_PHRASES;
  return withReplacements(phrases, replacements);
}
