import type { Place } from '../../types.js';
import type { Label } from './label.js';
import type { OpenHeading } from './open-heading.js';
import { LIST_FAMILIES } from './prefixes.js';

/** What the headings above a paragraph count, outermost first. */
function placesOfPath(path: readonly OpenHeading[]): readonly Place[] {
  return path.flatMap(({ kind, style, number }) => {
    if (number === undefined) return [];
    const counted = kind === 'division' || kind === 'provision';
    return [
      { kind: counted ? style : 'heading', number: counted ? withoutKind(style, number) : number },
    ];
  });
}

/** `II` for `annex-II`, by which an annex is told from a chapter in labels. */
function withoutKind(style: string, number: string): string {
  return number.startsWith(`${style}-`) ? number.slice(style.length + 1) : number;
}

/** `article`, as opposed to what lists are counted with. */
function kindOf(family: string): string {
  return LIST_FAMILIES.includes(family) ? 'item' : family;
}

function placesOfLabel(label: Label): readonly Place[] {
  if (label.type === 'number') return [{ kind: kindOf(label.series.family), number: label.number }];
  if (label.type !== 'part') return [];
  const above = placesOfLabel(label.parent);
  const number = /^(?:\.|\()?(?<number>.+?)\)?$/u.exec(label.part)?.groups?.number;
  // `-2` is no number of the text but says that a paragraph has none.
  return number === undefined || label.part.startsWith('-')
    ? above
    : [...above, { kind: label.kind ?? 'item', number }];
}

/** The numbers by which a paragraph is cited, and those of what it stands in. */
export function placesOf(path: readonly OpenHeading[], label: Label): readonly Place[] {
  const outer = placesOfPath(path);
  const counts = path.at(-1)?.counts;
  const own = placesOfLabel(label).filter(
    ({ kind, number }) =>
      kind === 'item' || !outer.some((place) => place.kind === kind && place.number === number),
  );
  const [first, ...below] = own;
  return first?.kind === 'item' && counts !== undefined
    ? [...outer, { ...first, kind: counts }, ...below]
    : [...outer, ...own];
}
