import { isEndProvision } from '../../language/part-names.js';
import type { OpenHeading } from './open-heading.js';

const MAX_TITLE_LINES = 4;

type Path = readonly OpenHeading[];

/** What is known of the place at which a heading opens. */
export interface HeadingPlace {
  /** Open headings, outermost first. */
  readonly path: Path;
  /** Nothing has stood between the last heading and now. */
  readonly fresh: boolean;
  /** How many of them the last provision of its style stood in, with what is beside that. */
  readonly besideLast: number;
}

/** A chapter or an item of an outline: what is counted. */
export function isNumbered(heading: OpenHeading): boolean {
  return heading.kind === 'division' || heading.kind === 'item';
}

function firstIn(path: Path, closes: (open: OpenHeading, index: number) => boolean): number {
  const index = path.findIndex(closes);
  return index < 0 ? path.length : index;
}

/** A heading of Markdown stands in none of its level or a deeper one. */
export function closedByLevel(path: Path, { level }: OpenHeading): number {
  return firstIn(
    path,
    (open) => level !== undefined && open.level !== undefined && open.level >= level,
  );
}

/** How many of the open headings stay open above the new one. */
export function levelOf(heading: OpenHeading, { path, fresh, besideLast }: HeadingPlace): number {
  const first = (closes: (open: OpenHeading) => boolean): number => firstIn(path, closes);
  switch (heading.kind) {
    case 'markdown':
      return first(({ kind, level }) =>
        level === undefined ? kind !== 'markdown' : kind === 'provision' || level >= heading.depth,
      );
    case 'division':
    case 'named':
      return first((open) =>
        open.kind === 'division'
          ? open.depth >= heading.depth
          : open.kind === 'subtitle'
            ? open.style !== 'subtitle division'
            : !open.front && open.kind !== 'markdown',
      );
    case 'provision':
      if (isEndProvision(heading.style)) return outsideParts(path);
      return Math.min(
        besideLast,
        first(
          (open) =>
            open.kind === 'named' || (open.kind === 'provision' && open.depth >= heading.depth),
        ),
      );
    case 'subtitle':
    case 'table':
      return path.length;
    case 'item':
      return Math.min(
        itemLevel(path, heading),
        first((open) => open.kind === 'named' || open.kind === 'provision'),
      );
    case 'plain':
      return plainLevel(path, heading, fresh);
  }
}

/** Behind all parts, be it below a heading that says so. */
export function outsideParts(path: Path): number {
  const index = path.findIndex(
    ({ kind, front, counts }) => kind !== 'markdown' && !front && counts === undefined,
  );
  return index < 0 ? path.length : index;
}

function itemLevel(path: Path, heading: OpenHeading): number {
  const same = path.findIndex(
    (open) => open.kind === 'item' && open.style === heading.style && open.depth >= heading.depth,
  );
  if (same >= 0) return same;
  const parent = path.findLastIndex((open) => open.kind === 'item' && open.style === heading.style);
  return parent < 0 ? path.length : parent + 1;
}

function plainLevel(path: Path, heading: OpenHeading, fresh: boolean): number {
  const above = path.at(-1);
  // Title lines one below the other make one heading of several lines.
  const lines = path.filter((open) => open.kind === 'plain' && open.style === heading.style).length;
  if (
    fresh &&
    above?.kind === 'plain' &&
    above.style === heading.style &&
    lines < MAX_TITLE_LINES
  ) {
    return path.length;
  }
  const scope =
    path.findLastIndex(
      (open) => isNumbered(open) || open.kind === 'markdown' || open.style === 'subtitle division',
    ) + 1;
  const closed = path.findIndex(
    (open, index) =>
      index >= scope &&
      (open.style === heading.style || open.kind === 'provision' || open.kind === 'named'),
  );
  return closed < 0 ? path.length : closed;
}
