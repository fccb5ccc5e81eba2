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

/** Whether a line names sources behind what these are called: "Sources: Charter, article 5". */
export function listsSources(line: string): boolean {
  const colon = line.search(/[:：]/u);
  return colon >= 0 && announcesSources(line.slice(0, colon));
}
