import { isCounted } from '../item-marker.js';
import { isFirst, isNext } from '../numerals.js';
import { Beam } from './beam.js';
import { countedMoves } from './counted-moves.js';
import { beginning, continuing } from './list-moves.js';
import type { Numbered } from './numbered.js';
import { partMove } from './part-move.js';
import { closingCost, COST } from './search-costs.js';
import { keyOf, nested, remember, withLevel, type Move, type State } from './search-state.js';
import { chainsOf, isRaised, numbered, raisedCost, type Step } from './steps.js';
import type { Token } from './token.js';

/** So many readings of what has been read so far are kept. */
const WIDTH = 12;
/** None of them costs so much more than the best. */
const MARGIN = 8;

/** Finds the reading of all numbers of a text that fits together best. */
class SchemeSearch {
  constructor(readonly sectionsNest: boolean) {}

  read(tokens: readonly Token[]): ReadonlyMap<number, readonly Numbered[]> {
    const empty = { cost: 0, levels: [], runs: new Map(), nests: new Map(), trail: undefined };
    let states: readonly State[] = [empty];
    for (const token of tokens) {
      const beam = new Beam<State>(WIDTH, MARGIN);
      for (const state of states) {
        beam.add(state.cost + token.plainCost, keyOf(state.levels), () => ({
          ...state,
          cost: state.cost + token.plainCost,
        }));
        this.#advance(state, token, beam);
      }
      states = beam.best();
    }
    const best = states
      .map((state) => ({ ...state, cost: state.cost + closingCost(state.levels, 0) }))
      .sort((a, b) => a.cost - b.cost)[0];
    const found = new Map<number, readonly Numbered[]>();
    for (let trail = best?.trail; trail !== undefined; trail = trail.before) {
      found.set(trail.index, trail.nodes);
    }
    return found;
  }

  #advance(state: State, token: Token, beam: Beam<State>): void {
    for (const [first, ...others] of chainsOf(token)) {
      if (first === undefined) continue;
      const own = first.heading ? token.headingCost : token.itemCost;
      for (const move of this.#moves(state, first, token)) {
        const { previous } = move.node;
        const follows = previous !== undefined && isNext(previous.reading, first.reading);
        if (isRaised(first) && !follows) continue;
        let cost = state.cost + own + move.cost + raisedCost(first);
        if (!follows) cost += token.jumpCost;
        for (const { reading } of others) cost += isFirst(reading) ? COST.fresh : COST.gap;
        if (!beam.takes(cost)) continue;
        const { keep, ...level } = move;
        let levels = withLevel(state.levels.slice(0, keep), { ...level, line: token.index });
        const nodes = [move.node];
        for (const step of others) {
          const parent = nodes.at(-1);
          const node = numbered(step, parent, undefined);
          levels = withLevel(levels, {
            node,
            count: 1,
            indent: token.indent,
            line: token.index,
          });
          nodes.push(node);
        }
        beam.add(cost, keyOf(levels), () => ({
          cost,
          levels,
          runs: remember(state.runs, levels),
          nests: nested(state.nests, nodes),
          trail: { index: token.index, nodes, before: state.trail },
        }));
      }
    }
  }

  #moves(state: State, step: Step, token: Token): readonly Move[] {
    const { part, item } = step;
    if (part !== undefined) {
      return [partMove(state, { ...step, part }, { token, sectionsNest: this.sectionsNest })];
    }
    if (item !== undefined && isCounted(item)) return countedMoves(state, step, token);
    return [...continuing(state, step, token), ...beginning(state, step, token)];
  }
}

/**
 * Of every line, the numbers that it begins with; lines without are left out. Among all ways to
 * read the numbers of the text, the one in which they fit together best, found by a beam search:
 * time and memory grow with the number of lines.
 */
export function readNumbers(
  tokens: readonly Token[],
  options: { readonly sectionsNest: boolean },
): ReadonlyMap<number, readonly Numbered[]> {
  return new SchemeSearch(options.sectionsNest).read(tokens);
}
