import { eld } from 'eld/extrasmall';
import { isWrittenIn, type Script } from './scripts.js';

/**
 * Added to the score of the language that a script means where nothing else tells: for a single
 * word, a share of it for several. A few words of Russian look as much like Bulgarian. By hand.
 */
const MEANT_BY_SCRIPT = 0.2;

/**
 * How likely a text in the script is in each of its languages, by BCP 47 tag, 0 to about 1. The
 * first thousand characters are looked at. Empty where nothing tells.
 */
export function languageScores(
  text: string,
  script: Script | undefined,
): ReadonlyMap<string, number> {
  const scores = new Map(
    Object.entries(eld.detect(text).getScores()).filter(([tag]) => isWrittenIn(tag, script)),
  );
  const [meant] = script?.languages ?? [];
  if (meant !== undefined) {
    const words = text.match(/\p{L}+/gu)?.length ?? 1;
    scores.set(meant, (scores.get(meant) ?? 0) + MEANT_BY_SCRIPT / words);
  }
  return scores;
}
