import { compareReadings, isFirst, type Reading } from '../numerals.js';
import { closingCost, COST, sequenceCost } from './search-costs.js';
import { isItem, runsOnIn, type Level, type Move, type State } from './search-state.js';
import { numbered, type Step } from './steps.js';
import type { Token } from './token.js';

/** Deeper than "1.1(a)(i)", nothing is a list. */
const MAX_DEPTH = 8;

/** The number goes on with a list that is open. */
export function continuing(state: State, step: Step, token: Token): readonly Move[] {
  const moves: Move[] = [];
  for (let at = state.levels.length - 1; at >= 0; at -= 1) {
    const level = state.levels[at];
    if (level === undefined || level.node.style !== step.style) continue;
    const node = numbered(step, level.node.parent, level.node);
    const indented = Math.abs(level.indent - token.indent) > 1 ? COST.indent : 0;
    moves.push({
      cost:
        closingCost(state.levels, at + 1) +
        sequenceCost(level.node.reading, step.reading) +
        indented,
      keep: at,
      count: level.count + 1,
      indent: token.indent,
      node,
    });
  }
  return moves;
}

/** The number begins a list: in the innermost open one, or after closing some. */
export function beginning(state: State, step: Step, token: Token): readonly Move[] {
  const { levels } = state;
  const moves: Move[] = [];
  const closable = token.afterHeading || step.heading;
  for (let depth = levels.length; depth >= 0; depth -= 1) {
    const inner = levels[depth];
    // Items close items; a heading and what follows a heading close what they like.
    if (inner !== undefined && !isItem(inner) && !closable) break;
    if (depth >= MAX_DEPTH || timesOpen(levels, depth, step.style) > 1) continue;
    const outer = levels[depth - 1];
    const closed = levels.slice(depth);
    const replaced = closed.some(({ node }) => node.style === step.style);
    const previous =
      outer === undefined || runsOnIn(outer) ? state.runs.get(step.style) : undefined;
    const goesOn =
      previous !== undefined &&
      !replaced &&
      compareReadings(previous.node.reading, step.reading) < 0;
    const node = numbered(step, outer?.node, goesOn ? previous.node : undefined);
    moves.push({
      cost:
        closingCost(levels, depth) +
        perLevelCost(token) * (step.heading ? closed.filter(isItem) : closed).length +
        (replaced ? (closable ? COST.againAfterHeading : COST.again) : 0) +
        (goesOn
          ? COST.runsOn + sequenceCost(previous.node.reading, step.reading)
          : beginCost(step, { state, outer, closed: inner, token })) +
        (token.introduced ? 0 : elsewhereCost(state, step.style, outer)),
      keep: depth,
      count: goesOn ? previous.count + 1 : 1,
      indent: token.indent,
      node,
    });
  }
  return moves;
}

/** A list of a style may stand in one of the same, not in two. */
function timesOpen(levels: readonly Level[], depth: number, style: string): number {
  let times = 0;
  for (let at = 0; at < depth; at += 1) if (levels[at]?.node.style === style) times += 1;
  return times;
}

/** What each list costs that a new one closes. */
function perLevelCost({ afterHeading, afterPlain }: Token): number {
  if (afterHeading) return 0;
  return afterPlain ? COST.closesAfterPlain : COST.closes;
}

interface Around {
  readonly state: State;
  /** In which the list begins, and which it closes. */
  readonly outer: Level | undefined;
  readonly closed: Level | undefined;
  readonly token: Token;
}

function beginCost({ reading, heading }: Step, { state, outer, closed, token }: Around): number {
  if (!isFirst(reading)) {
    if (closed !== undefined && endsDecimals(closed.node.reading, reading)) return COST.fresh;
    const doublings = Math.log2(Math.max(1, reading.tuple.at(-1) ?? 1));
    return state.trail === undefined || isFresh(outer, { ...token, afterHeading: false })
      ? COST.excerpt + COST.excerptPerDoubling * doublings
      : COST.beginsLate + COST.perDoubling * doublings;
  }
  const prefix = reading.tuple.slice(0, -1).join('.');
  if (prefix !== '' && outer !== undefined) {
    return outer.node.reading.tuple.join('.') === prefix ? COST.fresh : COST.begin;
  }
  if (token.introduced && !heading) return COST.introduced;
  if (isFresh(outer, token)) return COST.fresh;
  return COST.begin;
}

/** Right below an article or a heading, or below its title. */
function isFresh(outer: Level | undefined, { index, afterHeading }: Token): boolean {
  return outer !== undefined && !isItem(outer) && index - outer.line <= (afterHeading ? 2 : 1);
}

/** After 1.12 comes 2. */
function endsDecimals({ tuple: closed }: Reading, { tuple }: Reading): boolean {
  const last = tuple.length - 1;
  return (
    closed.length > tuple.length &&
    tuple.every((value, index) => value === (closed[index] ?? 0) + (index === last ? 1 : 0))
  );
}

function elsewhereCost(state: State, style: string, outer: Level | undefined): number {
  const before = state.nests.get(style);
  return before === undefined || before === (outer?.node.style ?? '') ? 0 : COST.elsewhere;
}
