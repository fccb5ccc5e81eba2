import { headingSlug, isAnnex, type HeadingNames } from './heading-names.js';
import type { Series } from './label.js';
import type { OpenHeading } from './open-heading.js';

/**
 * The headings under which all of a series stands; a title at the top of the text names nothing and
 * is left out.
 */
function commonPath(series: Series): readonly OpenHeading[] {
  let common = series.members[0]?.path ?? [];
  for (const { path } of series.members) {
    if (path === common) continue;
    const differs = common.findIndex((heading, index) => path[index] !== heading);
    if (differs >= 0) common = common.slice(0, differs);
  }
  return common.at(-1)?.front === true ? [] : common;
}

/** `IX.`, or `annex.` where no heading above has a number. */
function prefixOf(path: readonly OpenHeading[], names: HeadingNames): string {
  const heading = path.at(-1);
  if (heading === undefined) return '';
  const numbered = path.findLastIndex(
    (open) => open.number !== undefined && open.kind !== 'provision',
  );
  const name = numbered < 0 ? undefined : names.nameOf(path.slice(0, numbered + 1));
  return `${name ?? headingSlug(heading)}.`;
}

/**
 * A chapter out of the middle of a text: its number is not the first, its paragraphs begin with 1.
 */
function isExcerpt(series: Series, path: readonly OpenHeading[]): boolean {
  const heading = path.at(-1);
  return (
    heading?.number !== undefined &&
    (heading.value ?? 0) > 1 &&
    series.members[0]?.reading.tuple[0] === 1
  );
}

export const LIST_FAMILIES: readonly string[] = ['item', 'roman', 'letter'];

/**
 * Articles and their like keep bare numbers where the paragraphs of a preamble or an annex have the
 * same.
 */
function precedence(family: readonly Series[]): number {
  const name = family[0]?.family ?? '';
  return name === 'article' ? 0 : LIST_FAMILIES.includes(name) ? 2 : 1;
}

function families(all: readonly Series[]): readonly (readonly Series[])[] {
  const byName = new Map<string, Series[]>();
  for (const series of all) {
    const family = byName.get(series.family);
    if (family === undefined) byName.set(series.family, [series]);
    else family.push(series);
  }
  return [...byName.values()].sort((a, b) => precedence(a) - precedence(b));
}

/**
 * Numbers that begin again under headings of one kind get the number of the heading, `IX.1`, or its
 * name; what runs on through the document stays bare, and an annex beside it gets `annex.1`.
 */
export function assignPrefixes(all: readonly Series[], names: HeadingNames): void {
  const taken = new Set<string>();
  const inOrder = families(all).flatMap(placed).toSorted(byAnnex);
  const isWhole = inOrder.every(isInAnnex);
  for (const one of inOrder) {
    const { series, path, alike } = one;
    const collides =
      series.members.some((member) => taken.has(member.number)) || (isInAnnex(one) && !isWhole);
    if (series.name !== undefined) series.prefix = `${series.name}-`;
    else if (path.length > 0 && (alike || collides)) series.prefix = prefixOf(path, names);
    else for (const member of series.members) taken.add(member.number);
  }
}

interface PlacedSeries {
  readonly series: Series;
  /** The headings over all of it. */
  readonly path: readonly OpenHeading[];
  /** Another one begins again under a heading of the kind, or would in the whole of the text. */
  readonly alike: boolean;
}

/** What stands in an annex comes after all else. */
function byAnnex(a: PlacedSeries, b: PlacedSeries): number {
  return Number(isInAnnex(a)) - Number(isInAnnex(b));
}

function isInAnnex({ path }: PlacedSeries): boolean {
  return path.some(isAnnex);
}

function placed(family: readonly Series[]): readonly PlacedSeries[] {
  const paths = family.map(commonPath);
  const uses = new Map<string, Set<OpenHeading>>();
  for (const path of paths) {
    const heading = path.at(-1);
    if (heading === undefined) continue;
    uses.set(heading.style, (uses.get(heading.style) ?? new Set()).add(heading));
  }
  return family.map((series, index) => {
    const path = paths[index] ?? [];
    const hasSibling = (uses.get(path.at(-1)?.style ?? '')?.size ?? 0) > 1;
    return {
      series,
      path,
      alike: hasSibling || (family.length === 1 && isExcerpt(series, path)),
    };
  });
}
