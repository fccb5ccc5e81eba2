import type { OpenHeading } from './outline.js';

/** Numbers of one kind that run on without beginning again: the paragraphs 1 to 163, the paragraphs of one chapter. */
export interface Series {
  /** `item`, `article`, `roman`, …: only series of one family are numbered alike. */
  readonly family: string;
  readonly members: { readonly tuple: readonly number[]; readonly number: string; readonly path: readonly OpenHeading[] }[];
  /** Put before every number of the series where the numbers alone are not unique. */
  prefix: string;
}

/** A label while it is not yet known which prefixes its document needs. */
export type Label =
  | { readonly type: 'fixed'; readonly text: string }
  | { readonly type: 'number'; readonly series: Series; readonly number: string }
  | { readonly type: 'part'; readonly parent: Label; readonly part: string }
  /** The `ordinal`-th unnumbered paragraph under a heading; `0` is the heading itself. */
  | { readonly type: 'heading'; readonly heading: OpenHeading; readonly path: readonly OpenHeading[]; readonly ordinal: number };

const MAX_SLUG = 40;

/** Words in small letters with hyphens, cut at a word: `final-provisions`. */
export function slugOf(words: string): string {
  const slug = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= MAX_SLUG) return slug;
  const cut = slug.lastIndexOf('-', MAX_SLUG);
  return cut > 0 ? slug.slice(0, cut) : slug.slice(0, MAX_SLUG).replace(/[\uD800-\uDBFF]$/, '');
}

/** The words of a heading without its number. */
export function headingSlug(heading: OpenHeading): string {
  const number = heading.number;
  const words = heading.kind === 'item' && number !== undefined && heading.words.startsWith(number) ? heading.words.slice(number.length) : heading.words;
  return slugOf(words) || 'section';
}

/** Numbers of the headings in a path, outermost first; `5.10` says by itself that it stands in `5`. */
function numbersOf(path: readonly OpenHeading[]): readonly string[] {
  const numbers: string[] = [];
  for (const heading of path) {
    if (heading.number === undefined || heading.kind === 'provision') continue;
    const last = numbers.at(-1);
    if (last !== undefined && heading.number.startsWith(`${last}.`)) numbers.pop();
    numbers.push(heading.number);
  }
  return numbers;
}

/** Names headings by their numbers: `IX`, or `II.A` where another heading is `A` too. */
export class HeadingNames {
  readonly #uses = new Map<string, Set<OpenHeading>>();

  add(path: readonly OpenHeading[]): void {
    const heading = path.at(-1);
    const number = numbersOf(path).at(-1);
    if (heading?.number === undefined || number === undefined) return;
    this.#uses.set(number, (this.#uses.get(number) ?? new Set()).add(heading));
  }

  /** `undefined` where the innermost heading of the path has no number. */
  nameOf(path: readonly OpenHeading[]): string | undefined {
    const numbers = numbersOf(path);
    const number = numbers.at(-1);
    if (path.at(-1)?.number === undefined || number === undefined) return undefined;
    return (this.#uses.get(number)?.size ?? 0) > 1 ? numbers.join('.') : number;
  }
}
