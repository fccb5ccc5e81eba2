import { paragraphAnchor } from '../anchor.js';
import { headingSlug, type HeadingNames, type Label, type Series } from './label.js';
import type { OpenHeading } from './outline.js';

/** The heading under which all of a series stands, with those above it; empty where there is none. */
function commonPath(series: Series): readonly OpenHeading[] {
  let common = series.members[0]?.path ?? [];
  for (const { path } of series.members) {
    if (path === common) continue;
    const differs = common.findIndex((heading, index) => path[index] !== heading);
    if (differs >= 0) common = common.slice(0, differs);
  }
  const front = common.findLastIndex((heading) => !heading.front);
  return common.slice(0, front + 1);
}

function prefixOf(path: readonly OpenHeading[], names: HeadingNames): string {
  const heading = path.at(-1);
  if (heading === undefined) return '';
  const at = path.findLastIndex((open) => open.number !== undefined && open.kind !== 'provision');
  const name = at < 0 ? undefined : names.nameOf(path.slice(0, at + 1));
  return `${name ?? headingSlug(heading)}.`;
}

/** A single chapter out of the middle of a text: its number is not the first, its paragraphs begin with 1. */
function isExcerpt(series: Series, path: readonly OpenHeading[]): boolean {
  const heading = path.at(-1);
  return heading?.number !== undefined && (heading.value ?? 0) > 1 && series.members[0]?.tuple[0] === 1;
}

/**
 * Numbers that begin again get the number of the chapter they stand in, `IX.1`, or its name, `annex.1`; what runs
 * on through the document stays bare.
 */
export function assignPrefixes(all: readonly Series[], names: HeadingNames): void {
  const taken = new Set<string>();
  const families = new Map<string, Series[]>();
  for (const series of all) families.set(series.family, [...(families.get(series.family) ?? []), series]);
  // Articles and their like keep the bare numbers where paragraphs of a preamble or an annex have the same.
  const order = [...families.values()].sort((a, b) => rank(a) - rank(b));
  for (const family of order) {
    const paths = family.map(commonPath);
    for (const [index, series] of family.entries()) {
      const path = paths[index] ?? [];
      const style = path.at(-1)?.style;
      const siblings = family.length > 1 && paths.filter((other) => other.length > 0 && other.at(-1)?.style === style).length > 1;
      const collides = series.members.some((member) => taken.has(member.number));
      if (path.length > 0 && (siblings || collides || (family.length === 1 && isExcerpt(series, path)))) series.prefix = prefixOf(path, names);
      else for (const member of series.members) taken.add(member.number);
    }
  }
}

function rank(family: readonly Series[]): number {
  const name = family[0]?.family;
  return name === 'article' ? 0 : name === 'item' || name === 'roman' || name === 'letter' ? 2 : 1;
}

function write(label: Label, names: HeadingNames, prefixed: ReadonlySet<string>, headingsNumber: boolean): string {
  switch (label.type) {
    case 'fixed':
      return label.text;
    case 'number':
      return `${label.series.prefix}${label.number}`;
    case 'part':
      return `${write(label.parent, names, prefixed, headingsNumber)}${label.part}`;
    case 'heading': {
      const name = names.nameOf(label.path);
      const suffix = label.ordinal > 1 ? `-${label.ordinal}` : '';
      if (name !== undefined && (headingsNumber || prefixed.has(`${name}.`))) return `${name}${suffix}`;
      return `${headingSlug(label.heading)}${label.ordinal === 0 ? '' : `-${label.ordinal}`}`;
    }
  }
}

/** The labels as printed, in their order, each made unique, and its anchor with it, by `~2`, `~3`, … */
export function writeLabels(labels: readonly Label[], context: { readonly names: HeadingNames; readonly series: readonly Series[]; readonly headingsNumber: boolean }): readonly string[] {
  assignPrefixes(context.series, context.names);
  const prefixed = new Set(context.series.map((series) => series.prefix));
  const used = new Set<string>();
  const next = new Map<string, number>();
  return labels.map((label) => {
    const plain = write(label, context.names, prefixed, context.headingsNumber);
    let unique = plain;
    let count = next.get(plain) ?? 1;
    while (used.has(paragraphAnchor(unique))) {
      count += 1;
      unique = `${plain}~${count}`;
    }
    next.set(plain, count);
    used.add(paragraphAnchor(unique));
    return unique;
  });
}
