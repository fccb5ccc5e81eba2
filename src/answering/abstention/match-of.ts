import { normalizeForSearch } from '../../language/normalize.js';
import type { TokenMatch, TokenMatcher } from '../../ports/token-matcher.js';
import { textOf } from '../quoting/excerpt.js';
import type { FoundAnswer } from './answerability-features.js';

/**
 * How what is asked, made standalone where it says little by itself, meets what would be quoted.
 * @returns undefined where nothing would be, or the matcher cannot tell
 */
export async function matchOf(
  matcher: TokenMatcher,
  { retrieval, excerpts }: FoundAnswer,
): Promise<TokenMatch | undefined> {
  const asked = new Set(retrieval.aspects.flatMap(({ probes }) => probes[0]?.probe.text ?? []));
  const quoted = excerpts.map(textOf);
  if (quoted.length === 0) return undefined;
  return matcher.matchTokens(
    normalizeForSearch([...asked].join(' ')),
    normalizeForSearch(quoted.join(' ')),
  );
}
