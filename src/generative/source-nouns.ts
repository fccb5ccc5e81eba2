import { rulesOf } from '../language/languages.js';
import { words } from '../language/tokenize.js';

const REPLIES = rulesOf('replies');
const YES_OR_NO: ReadonlySet<string> = new Set(REPLIES.flatMap(({ yesOrNo }) => yesOrNo));
/** What sources are called, in any language. */
export const SOURCE_NOUNS: ReadonlySet<string> = new Set(
  REPLIES.flatMap(({ markerNouns }) => markerNouns.flatMap(words)).filter(
    (noun) => !YES_OR_NO.has(noun),
  ),
);

/** Whether a line says that sources follow, and nothing else: "Sources:". */
export function announcesSources(line: string): boolean {
  const said = words(line);
  return said.length > 0 && said.every((word) => SOURCE_NOUNS.has(word));
}
