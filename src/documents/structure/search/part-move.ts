import { compareReadings, isFirst, isNext, type Reading } from '../numerals.js';
import type { PartMarker } from '../part-marker.js';
import { rankOf } from './part-ranks.js';
import { closingCost, COST, gapCost } from './search-costs.js';
import type { Level, Move, State } from './search-state.js';
import { numbered, type Step } from './steps.js';
import type { Token } from './token.js';

/** `Article 26` closes the items and the parts that do not hold it. */
export function partMove(
  { levels, runs }: State,
  step: Step & { readonly part: PartMarker },
  { token, sectionsNest }: { readonly token: Token; readonly sectionsNest: boolean },
): Move {
  const rank = rankOf(step.part, sectionsNest);
  const open = levels.findIndex(
    ({ node }) =>
      (node.part !== undefined && rankOf(node.part, sectionsNest) >= rank) ||
      (node.part === undefined && !node.heading),
  );
  const cut = open < 0 ? levels.length : open;
  const level = levels[cut];
  const same = level?.node.style === step.style ? level : undefined;
  const last = same ?? runs.get(step.style);
  const base = closingCost(levels, cut) + hollowCost(levels, cut, token);
  const own = numbered(step, levels[cut - 1]?.node, same?.node);
  const { through } = step.part;
  const node = through === undefined ? own : { ...own, reading: through };
  return {
    cost: base + partCost(last?.node.reading, step.reading, same !== undefined),
    keep: cut,
    count: (same?.count ?? 0) + 1,
    indent: token.indent,
    node,
  };
}

function partCost(last: Reading | undefined, reading: Reading, open: boolean): number {
  if (last === undefined) {
    return isFirst(reading) ? COST.fresh : gapCost(reading, reading, COST.partBeginsLate);
  }
  if (isNext(last, reading)) return open ? 0 : COST.runsOn;
  if (compareReadings(last, reading) < 0) return gapCost(last, reading, COST.partGap);
  if (isFirst(reading)) return open ? COST.again : COST.introduced;
  return open ? COST.back : COST.partBeginsLate;
}

/** An article that ends where it begins was none. */
function hollowCost(levels: readonly Level[], from: number, token: Token): number {
  const [closed, innermost] = [levels[from], levels.at(-1)];
  if (closed === undefined || innermost?.line !== token.index - 1) return 0;
  const rank = innermost.node.part?.rank;
  if (rank !== undefined && rank > (token.part?.rank ?? Infinity)) return COST.hollowDivision;
  return closed === innermost && closed.node.part !== undefined ? COST.hollow : 0;
}
