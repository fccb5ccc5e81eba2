import { Beam } from './beam.js';
import { isCounted, type ItemMarker } from './item-marker.js';
import { compareReadings, isNext, type Reading } from './numerals.js';
import type { PartMarker } from './part-marker.js';
import { rankOf } from './part-ranks.js';
import { printedAfter } from './printed-number.js';

/** A line that may begin with numbers, and what is known of it before the whole text is looked at. */
export interface Token {
  /** Of the line. */
  readonly index: number;
  readonly part?: PartMarker;
  readonly items: readonly ItemMarker[];
  readonly indent: number;
  /** What it costs that the line begins with no number; high where it looks much like one. */
  readonly plainCost: number;
  /** … that it is a paragraph with this number. */
  readonly itemCost: number;
  /** … that it is a heading with this number. */
  readonly headingCost: number;
  /** The paragraph before it ends with a colon. */
  readonly introduced: boolean;
  /** A paragraph without a number stands right before it. */
  readonly afterPlain: boolean;
  /** A heading without a number stands right before it. */
  readonly afterHeading: boolean;
}

/** A number of the text in its place among the others. */
export interface Numbered {
  /** Numbers of one list have one style. */
  readonly style: string;
  readonly number: string;
  readonly reading: Reading;
  readonly heading: boolean;
  readonly part: PartMarker | undefined;
  readonly item: ItemMarker | undefined;
  /** In which it stands. */
  readonly parent: Numbered | undefined;
  /** The one before it in its list. */
  readonly previous: Numbered | undefined;
}

/** An open list, division or provision. The innermost comes last. */
interface Level {
  readonly node: Numbered;
  /** How many of its list have been read. */
  readonly count: number;
  readonly indent: number;
  /** Line of its last token. */
  readonly line: number;
  /** Tells this level with all levels around it from others. */
  readonly key: string;
}

interface State {
  readonly cost: number;
  readonly levels: readonly Level[];
  /** The last of each style at the top of the text: numbers that run on across headings. */
  readonly runs: ReadonlyMap<string, Level>;
  /** What each style stood in when it was first met. */
  readonly nests: ReadonlyMap<string, string>;
  readonly trail: Trail | undefined;
}

interface Trail {
  readonly index: number;
  readonly nodes: readonly Numbered[];
  readonly before: Trail | undefined;
}

/** One way on from a state. */
interface Move {
  readonly cost: number;
  readonly levels: readonly Level[];
  readonly node: Numbered;
}

/** What speaks against a reading, in units of which a number that is not used costs 2.5. */
const COST = {
  /** A list begins with its first number, without anything that leads to it. */
  begin: 0.8,
  /** … behind a colon, or right below an article or a heading. */
  introduced: 0.2,
  fresh: 0.1,
  /** A list begins with another number. */
  beginsLate: 2,
  /** … as the first number of the text or of an article: an excerpt. */
  excerpt: 0.7,
  excerptPerDoubling: 0.1,
  /** A division or provision does; some are left out of every excerpt. */
  partBeginsLate: 1,
  /** Numbers that are missing in a sequence, and each doubling of their number. */
  gap: 1.2,
  partGap: 0.5,
  perDoubling: 0.3,
  /** The same number again, a misprint, or a smaller one. */
  same: 2,
  back: 3.5,
  /** A list begins anew though nothing stands between. */
  again: 1.2,
  againAfterHeading: 0.2,
  /** Each list that a new list closes. */
  closes: 0.4,
  closesAfterPlain: 0.1,
  /** A list of one. */
  single: 0.6,
  singleLate: 0.8,
  /** The list stood in something else before. */
  elsewhere: 0.6,
  /** An item at another indentation than its list. */
  indent: 0.25,
  countedIndent: 1.2,
  /** A numbered part with nothing in it. */
  hollow: 1,
  runsOn: 0.15,
  /** The last digit stood above the line. */
  raised: 0.5,
  raisedOfTwo: 2.2,
} as const;

const WIDTH = 12;
/** Deeper than "1.1(a)(i)", nothing is a list. */
const MAX_DEPTH = 8;

function styleOf(item: ItemMarker, reading: Reading, heading: boolean): string {
  return `${item.form} ${reading.alphabet} ${reading.tuple.length}${heading ? ' heading' : ''}`;
}

function isFirst({ tuple, inserted }: Reading): boolean {
  return tuple.at(-1) === 1 && inserted === 0;
}

function gapCost(first: Reading, second: Reading, base: number): number {
  const last = second.tuple.length - 1;
  const gap = Math.max(1, (second.tuple[last] ?? 0) - (first.tuple[last] ?? 0));
  return base + COST.perDoubling * Math.log2(gap);
}

function isItem({ node }: Level): boolean {
  return node.part === undefined && !node.heading;
}

/** 671 read as 67¹. */
function isRaised({ item, part, reading }: Step): boolean {
  return reading.inserted > 0 && /^\d+$/.test(part?.number ?? item?.number ?? '');
}

function raisedCost(step: Step): number {
  if (!isRaised(step)) return 0;
  return (step.reading.tuple[0] ?? 0) < 10 ? COST.raisedOfTwo : COST.raised;
}

/** What closing the levels from `from` on costs: lists that turn out to have been none. */
function closingCost(levels: readonly Level[], from: number): number {
  let cost = 0;
  for (const level of levels.slice(from)) {
    if (level.count > 1 || !isItem(level)) continue;
    cost += isFirst(level.node.reading) ? COST.single : COST.singleLate;
  }
  return cost;
}

/** One number of a token in one of its readings. */
interface Step {
  readonly item: ItemMarker | undefined;
  readonly part: PartMarker | undefined;
  readonly reading: Reading;
  readonly style: string;
  readonly heading: boolean;
}

/** Finds the reading of all numbers of a text that fits together best. */
class SchemeSearch {
  constructor(readonly sectionsNest: boolean) {}

  read(tokens: readonly Token[]): ReadonlyMap<number, readonly Numbered[]> {
    const empty = { cost: 0, levels: [], runs: new Map(), nests: new Map(), trail: undefined };
    let states: readonly State[] = [empty];
    for (const token of tokens) {
      const beam = new Beam<State>(WIDTH);
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
    for (const [first, ...others] of this.#chains(token)) {
      if (first === undefined) continue;
      const own = first.heading ? token.headingCost : token.itemCost;
      for (const move of this.#moves(state, first, token)) {
        const { previous } = move.node;
        const follows = previous !== undefined && isNext(previous.reading, first.reading);
        if (isRaised(first) && !follows) continue;
        let { levels } = move;
        let cost = state.cost + own + move.cost + raisedCost(first);
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
          cost += isFirst(step.reading) ? COST.fresh : COST.gap;
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

  /** Every way to read the numbers of the line. */
  #chains({ part, items, headingCost, itemCost }: Token): readonly (readonly Step[])[] {
    if (part !== undefined) {
      return part.readings.map((reading) => [
        { part, item: undefined, reading, style: part.key, heading: false },
        ...items.flatMap((item) => innerStep(item)),
      ]);
    }
    const [first, ...others] = items;
    if (first === undefined) return [];
    const rest = others.flatMap((item) => innerStep(item));
    const readings = isCounted(first) ? [COUNTED] : first.readings;
    return readings.flatMap((reading) =>
      [false, true]
        .filter((heading) => Number.isFinite(heading ? headingCost : itemCost))
        .map((heading) => [
          {
            item: first,
            part: undefined,
            reading,
            style: styleOf(first, reading, heading),
            heading,
          },
          ...rest,
        ]),
    );
  }

  #moves(state: State, step: Step, token: Token): readonly Move[] {
    if (step.part !== undefined) return this.#partMoves(state, step, step.part, token);
    if (step.item !== undefined && isCounted(step.item)) return countedMoves(state, step, token);
    return [...continuing(state, step, token), ...beginning(state, step, token)];
  }

  #partMoves(state: State, step: Step, part: PartMarker, token: Token): readonly Move[] {
    const { levels, runs } = state;
    const rank = rankOf(part, this.sectionsNest);
    const open = levels.findIndex(
      ({ node }) =>
        (node.part !== undefined && rankOf(node.part, this.sectionsNest) >= rank) ||
        (node.part === undefined && !node.heading),
    );
    const cut = open < 0 ? levels.length : open;
    const level = levels[cut];
    const same = level?.node.style === step.style ? level : undefined;
    const last = same ?? runs.get(step.style);
    const base = closingCost(levels, cut) + hollowCost(levels, cut, token);
    const node = numbered(step, levels[cut - 1]?.node, same?.node);
    return [
      {
        cost: base + partCost(last?.node.reading, step.reading, same !== undefined),
        levels: withLevel(levels.slice(0, cut), {
          node,
          count: (same?.count ?? 0) + 1,
          indent: token.indent,
          line: token.index,
        }),
        node,
      },
    ];
  }
}

/** A number behind another one on its line. */
function innerStep(item: ItemMarker): readonly Step[] {
  return item.readings.slice(0, 1).map((reading) => ({
    item,
    part: undefined,
    reading,
    style: styleOf(item, reading, false),
    heading: false,
  }));
}

const COUNTED: Reading = { alphabet: 'arabic', tuple: [1], inserted: 0 };

function numbered(
  step: Step,
  parent: Numbered | undefined,
  previous: Numbered | undefined,
): Numbered {
  const { style, reading, heading, part, item } = step;
  const printed = part?.number ?? item?.number ?? '';
  // 671 that was read as 67¹.
  const raised = reading.inserted > 0 && /^\d+$/.test(printed);
  const number = raised ? `${printed.slice(0, -1)}-${printed.slice(-1)}` : printed;
  return { style, number, reading, heading, part, item, parent, previous };
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
  const closed = levels[from];
  return closed?.node.part !== undefined && closed.line === token.index - 1 ? COST.hollow : 0;
}

/** The number goes on with a list that is open. */
function continuing(state: State, step: Step, token: Token): readonly Move[] {
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
      levels: withLevel(state.levels.slice(0, at), {
        node,
        count: level.count + 1,
        indent: token.indent,
        line: token.index,
      }),
      node,
    });
  }
  return moves;
}

function sequenceCost(last: Reading, reading: Reading): number {
  if (isNext(last, reading)) return 0;
  const order = compareReadings(last, reading);
  if (reading.tuple.length > 1 && order < 0) {
    const sameParent = last.tuple.slice(0, -1).join('.') === reading.tuple.slice(0, -1).join('.');
    if (!sameParent) return isFirst(reading) ? COST.introduced : COST.begin;
  }
  if (order === 0) return COST.same;
  return order < 0 ? gapCost(last, reading, COST.gap) : COST.back;
}

/** The number begins a list: in the innermost open one, or after closing some. */
function beginning(state: State, step: Step, token: Token): readonly Move[] {
  const { levels } = state;
  const moves: Move[] = [];
  const closable = token.afterHeading || step.heading;
  for (let depth = levels.length; depth >= 0; depth -= 1) {
    const inner = levels[depth];
    // Items close items; a heading and what follows a heading close what they like.
    if (inner !== undefined && !isItem(inner) && !closable) break;
    if (depth >= MAX_DEPTH) continue;
    const outer = levels[depth - 1];
    const perLevel =
      token.afterHeading || step.heading
        ? 0
        : token.afterPlain
          ? COST.closesAfterPlain
          : COST.closes;
    const replaced = levels.slice(depth).some(({ node }) => node.style === step.style);
    const previous = outer === undefined || !isItem(outer) ? state.runs.get(step.style) : undefined;
    const goesOn =
      previous !== undefined &&
      !replaced &&
      compareReadings(previous.node.reading, step.reading) < 0;
    const node = numbered(step, outer?.node, goesOn ? previous.node : undefined);
    moves.push({
      cost:
        closingCost(levels, depth) +
        perLevel * (levels.length - depth) +
        (replaced ? (closable ? COST.againAfterHeading : COST.again) : 0) +
        (goesOn
          ? COST.runsOn + sequenceCost(previous.node.reading, step.reading)
          : beginCost(step, { state, outer, closed: inner, token })) +
        (token.introduced ? 0 : elsewhereCost(state, step.style, outer)),
      levels: withLevel(levels.slice(0, depth), {
        node,
        count: goesOn ? previous.count + 1 : 1,
        indent: token.indent,
        line: token.index,
      }),
      node,
    });
  }
  return moves;
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
    return state.trail === undefined || isFresh(outer, token)
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

/** Right below an article or a heading. */
function isFresh(outer: Level | undefined, token: Token): boolean {
  return outer !== undefined && !isItem(outer) && token.index - outer.line <= 1;
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

/** `#.` goes on with the list at its indentation, or begins one. */
function countedMoves(state: State, step: Step, token: Token): readonly Move[] {
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
      levels: withLevel(state.levels.slice(0, at), {
        node,
        count: level.count + 1,
        indent: level.indent,
        line: token.index,
      }),
      node,
    });
  }
  const node = { ...numbered(step, state.levels.at(-1)?.node, undefined), number: '1' };
  return [
    ...moves,
    {
      cost: token.introduced ? COST.introduced : COST.begin,
      levels: withLevel(state.levels, {
        node,
        count: 1,
        indent: token.indent,
        line: token.index,
      }),
      node,
    },
  ];
}

function keyOf(levels: readonly Level[]): string {
  return levels.at(-1)?.key ?? '';
}

/** The levels with one more, or with another one in place of the innermost. */
function withLevel(outer: readonly Level[], level: Omit<Level, 'key'>): readonly Level[] {
  const { style, reading } = level.node;
  const key = `${keyOf(outer)}|${style} ${reading.tuple.join('.')}/${reading.inserted}`;
  return [...outer, { ...level, key }];
}

function remember(
  runs: ReadonlyMap<string, Level>,
  levels: readonly Level[],
): ReadonlyMap<string, Level> {
  const last = levels.at(-1);
  const outer = levels.at(-2);
  if (last === undefined || (isItem(last) && outer !== undefined && isItem(outer))) return runs;
  return new Map(runs).set(last.node.style, last);
}

function nested(
  nests: ReadonlyMap<string, string>,
  nodes: readonly Numbered[],
): ReadonlyMap<string, string> {
  const fresh = nodes.filter(({ style }) => !nests.has(style));
  if (fresh.length === 0) return nests;
  const all = new Map(nests);
  for (const { style, parent } of fresh) all.set(style, parent?.style ?? '');
  return all;
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
