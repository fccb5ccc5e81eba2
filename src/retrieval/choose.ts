import type { Aspect } from './aspect.js';
import { gainOfSplitting } from './gain-of-splitting.js';
import type { SubQuestion } from './query/sub-question.js';
import type { RankedAspect } from './rerank.js';
import { byScore, type Evidence } from './search/evidence.js';

/** Which reading of a sub-question was taken. */
export interface ChosenReading {
  /** What each coordination-split would gain over the whole, 0 and up. */
  readonly gains: readonly number[];
  /** Place of the split that was taken; undefined where the sub-question stays whole. */
  readonly split: number | undefined;
  /** The whole, or the two halves. */
  readonly aspects: readonly RankedAspect[];
}

export interface Choice {
  readonly readings: readonly ChosenReading[];
  /** Those of all readings taken; at least one. */
  readonly aspects: readonly Aspect[];
  /** What the whole question finds, else all aspects' evidence in one list; at most `topK`. */
  readonly evidence: readonly Evidence[];
}

/**
 * Takes of each sub-question the reading that its paragraphs suit best, and of all aspects the
 * `topK` best paragraphs.
 */
export function choose(
  ranked: readonly SubQuestion<RankedAspect>[],
  { topK }: { readonly topK: number },
): Choice {
  const readings = ranked.map(chooseReading);
  const overall = ranked.find(({ ranksOnly }) => ranksOnly === true);
  const aspects = readings.flatMap((reading, i) =>
    ranked[i]?.ranksOnly === true ? [] : reading.aspects.map(toAspect),
  );
  return {
    readings,
    aspects,
    evidence: joinLists(
      overall === undefined ? aspects.map(({ evidence }) => evidence) : [overall.whole.ranking],
    ).slice(0, topK),
  };
}

/** Two things where different paragraphs speak of them, else one. */
function chooseReading({ whole, splits }: SubQuestion<RankedAspect>): ChosenReading {
  const gains = splits.map(([first, second]) =>
    gainOfSplitting(whole.ranking, [first.ranking, second.ranking]),
  );
  const highest = Math.max(0, ...gains);
  const split = highest > 0 ? gains.indexOf(highest) : undefined;
  return { gains, split, aspects: (split === undefined ? undefined : splits[split]) ?? [whole] };
}

function toAspect({ plan, results, ranking }: RankedAspect): Aspect {
  return {
    probes: results.map(({ result, weight }) => ({ probe: result.probe, weight })),
    evidence: ranking,
    named: plan.named,
    sentences: plan.sentences,
    ofNamed: plan.ofNamed,
  };
}

/**
 * One list from the lists of several aspects: each is scaled so that its best paragraph is as good
 * as the best of all, so that none is crowded out; a paragraph counts where it stands best.
 */
export function joinLists(lists: readonly (readonly Evidence[])[]): Evidence[] {
  if (lists.length === 1) return [...(lists[0] ?? [])];
  const top = Math.max(0, ...lists.map((list) => list[0]?.score ?? 0));
  const joined = new Map<number, Evidence>();
  for (const list of lists) {
    const best = list[0]?.score || 1;
    for (const found of list) {
      // The best of each list comes to just the same, however numbers are rounded.
      const scaled = { ...found, score: (found.score / best) * top };
      const sofar = joined.get(found.paragraph.number);
      if (sofar === undefined || sofar.score < scaled.score) {
        joined.set(found.paragraph.number, scaled);
      }
    }
  }
  return [...joined.values()].sort(byScore);
}
