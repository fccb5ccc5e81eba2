import type { Numbered } from './numbered.js';
import { printedAfter } from './printed-number.js';
import { COST } from './search-costs.js';
import { isItem, type Move, type State } from './search-state.js';
import { numbered, type Step } from './steps.js';
import type { Token } from './token.js';

/** `#.` goes on with the list at its indentation, or begins one. */
export function countedMoves(state: State, step: Step, token: Token): readonly Move[] {
  const moves: Move[] = [];
  for (let at = state.levels.length - 1; at >= 0; at -= 1) {
    const level = state.levels[at];
    if (level === undefined || !isItem(level)) break;
    const apart = Math.abs(level.indent - token.indent) > 1 ? COST.countedIndent : 0;
    const { tuple, alphabet } = level.node.reading;
    const reading = {
      alphabet,
      tuple: [...tuple.slice(0, -1), (tuple.at(-1) ?? 0) + 1],
      inserted: 0,
    };
    const node: Numbered = {
      ...numbered(step, level.node.parent, level.node),
      style: level.node.style,
      item: level.node.item,
      reading,
      number: printedAfter(level.node.number, reading),
    };
    moves.push({
      cost: apart,
      keep: at,
      count: level.count + 1,
      indent: level.indent,
      node,
    });
  }
  const node = { ...numbered(step, state.levels.at(-1)?.node, undefined), number: '1' };
  return [
    ...moves,
    {
      cost: token.introduced ? COST.introduced : COST.begin,
      keep: state.levels.length,
      count: 1,
      indent: token.indent,
      node,
    },
  ];
}
