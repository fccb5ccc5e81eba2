import type { Numbered } from './numbered.js';

/** An open list, division or provision. The innermost comes last. */
export interface Level {
  readonly node: Numbered;
  /** How many of its list have been read. */
  readonly count: number;
  readonly indent: number;
  /** Line of its last token. */
  readonly line: number;
  /** Tells this level with all levels around it from others. */
  readonly key: string;
}

export interface State {
  readonly cost: number;
  readonly levels: readonly Level[];
  /** The last of each style at the top of the text: numbers that run on across headings. */
  readonly runs: ReadonlyMap<string, Level>;
  /** What each style stood in when it was first met. */
  readonly nests: ReadonlyMap<string, string>;
  readonly trail: Trail | undefined;
}

export interface Trail {
  readonly index: number;
  readonly nodes: readonly Numbered[];
  readonly before: Trail | undefined;
}

/** One way on from a state: a number that begins a level, or goes on in one. */
export interface Move {
  readonly cost: number;
  /** How many of the outer levels stay open around it. */
  readonly keep: number;
  readonly count: number;
  readonly indent: number;
  readonly node: Numbered;
}

export function isItem({ node }: Level): boolean {
  return node.part === undefined && !node.heading;
}

/** Numbers of items may run on from one such to the next: in chapters, never in articles. */
export function runsOnIn(outer: Level): boolean {
  const { part } = outer.node;
  return !isItem(outer) && (part === undefined || part.rank !== undefined);
}

export function keyOf(levels: readonly Level[]): string {
  return levels.at(-1)?.key ?? '';
}

/** The levels with one more, or with another one in place of the innermost. */
export function withLevel(outer: readonly Level[], level: Omit<Level, 'key'>): readonly Level[] {
  const { style, reading } = level.node;
  const key = `${keyOf(outer)}|${style} ${reading.tuple.join('.')}/${reading.inserted}`;
  return [...outer, { ...level, key }];
}

export function remember(
  runs: ReadonlyMap<string, Level>,
  levels: readonly Level[],
): ReadonlyMap<string, Level> {
  const last = levels.at(-1);
  const outer = levels.at(-2);
  if (last === undefined || (isItem(last) && outer !== undefined && !runsOnIn(outer))) return runs;
  return new Map(runs).set(last.node.style, last);
}

export function nested(
  nests: ReadonlyMap<string, string>,
  nodes: readonly Numbered[],
): ReadonlyMap<string, string> {
  const fresh = nodes.filter(({ style }) => !nests.has(style));
  if (fresh.length === 0) return nests;
  const all = new Map(nests);
  for (const { style, parent } of fresh) all.set(style, parent?.style ?? '');
  return all;
}
