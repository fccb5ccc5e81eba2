import type { OpenHeading } from './open-heading.js';

const MAX_SLUG = 40;

/** Words in small letters with hyphens, cut at a word: `final-provisions`. */
export function slugOf(words: string): string {
  const slug = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= MAX_SLUG) return slug;
  const cut = slug.lastIndexOf('-', MAX_SLUG);
  return cut > 0 ? slug.slice(0, cut) : slug.slice(0, MAX_SLUG).replace(/[\uD800-\uDBFF]$/, '');
}

/** The words of a heading without its number. */
export function headingSlug(heading: OpenHeading): string {
  const { number, words } = heading;
  const bare =
    number !== undefined && words.startsWith(number) ? words.slice(number.length) : words;
  return slugOf(bare) || slugOf(words) || 'section';
}

/**
 * Numbers of the headings in a path, outermost first; `5.10` says by itself that it stands in `5`.
 */
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

/** What it holds is cited with its name. */
export function isAnnex({ kind, depth }: OpenHeading): boolean {
  return kind === 'division' && depth === 0;
}

/** Names headings by their numbers: `IX`, or `II.A` where another heading is `A` too. */
export class HeadingNames {
  readonly #byNumber = new Map<string, Set<OpenHeading>>();
  readonly #byChain = new Map<string, OpenHeading>();

  /** The last heading of the path has been opened. */
  add(path: readonly OpenHeading[]): void {
    const heading = path.at(-1);
    const numbers = numbersOf(path);
    const number = numbers.at(-1);
    if (heading?.number === undefined || number === undefined) return;
    this.#byNumber.set(number, (this.#byNumber.get(number) ?? new Set()).add(heading));
    const chain = numbers.join('.');
    if (!this.#byChain.has(chain)) this.#byChain.set(chain, heading);
  }

  /** Some heading has a number. */
  get any(): boolean {
    return this.#byNumber.size > 0;
  }

  /** `undefined` where the last heading of the path has no number. */
  nameOf(path: readonly OpenHeading[]): string | undefined {
    const numbers = numbersOf(path);
    const [number, heading] = [numbers.at(-1), path.at(-1)];
    if (heading?.number === undefined || number === undefined) return undefined;
    const chain = numbers.join('.');
    // Part A of an annex is cited with it.
    const isBelowAnnex = path.slice(0, -1).some(isAnnex);
    if (this.#byNumber.get(number)?.size === 1) return isBelowAnnex ? chain : number;
    // Another document in the same file has all the same numbers; its title tells them apart.
    const title =
      this.#byChain.get(chain) === heading
        ? undefined
        : path.findLast((above) => above.number === undefined);
    return title === undefined ? chain : `${headingSlug(title)}.${chain}`;
  }
}
