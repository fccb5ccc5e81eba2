import { anyOf } from '../../language/any-of.js';
import type { Aspect } from '../../retrieval/aspect.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { ANSWER_RULES } from '../answer-rules.js';
import { QUOTING } from '../settings.js';
import { candidatesOf, type Candidate } from './candidate.js';

const SEVERAL_THINGS = anyOf(ANSWER_RULES.map(({ severalThings }) => severalThings));

/**
 * The best sentences for what the first paragraph leaves open of a question about several things;
 * none for most questions.
 */
export function rankRemainder(
  index: SearchIndex,
  { probes, evidence }: Aspect,
): readonly Candidate[] {
  const [best, ...others] = evidence;
  const [own] = probes;
  if (best === undefined || own === undefined || !SEVERAL_THINGS.test(own.probe.text)) return [];
  const asked = [...new Set(own.probe.terms)];
  const open = asked.filter((term) => !best.paragraph.terms.has(term));
  const rarity = (some: readonly string[]): number =>
    some.reduce((sum, term) => sum + index.vocabulary.idf(term), 0);
  if (rarity(open) < QUOTING.minOpenShare * rarity(asked)) return [];
  const filling = others
    .filter(({ score }) => score >= QUOTING.minRemainderShare * best.score)
    .map((found) => ({
      found,
      filled: rarity(open.filter((term) => found.paragraph.terms.has(term))),
    }))
    .sort((a, b) => b.filled - a.filled)[0];
  if (filling === undefined || filling.filled < QUOTING.minFilledShare * rarity(open)) return [];
  return candidatesOf(index, probes, filling.found);
}
