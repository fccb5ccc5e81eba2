import { withoutEnd } from '../../language/end-of.js';
import { wordingOf } from './block-wording.js';
import type { Block } from './blocks.js';
import type { PartMarker } from './part-marker.js';
import { closedByLevel, isNumbered, levelOf, outsideParts } from './heading-level.js';
import { headingWords, type OpenHeading } from './open-heading.js';
import { headingNumber, readHeading, type HeadingOptions } from './read-heading.js';
import { isEndProvision, opensPreamble } from '../../language/part-names.js';

/** The headings open at one point of the text, outermost first. */
export class Outline {
  #path: readonly OpenHeading[] = [];
  #seenParagraph = false;
  /** Headings right below which wording has stood. */
  readonly #held = new Set<OpenHeading>();
  /** What the last provision of each style stood in. */
  readonly #outerOf = new Map<string, readonly OpenHeading[]>();
  /** Nothing has stood between the last heading and now. */
  #fresh = false;
  /** The last heading is a name and a number, and nothing else. */
  #bare = false;

  constructor(readonly options: HeadingOptions) {}

  get path(): readonly OpenHeading[] {
    return this.#path;
  }

  paragraph(): void {
    this.#seenParagraph = true;
    this.#fresh = false;
    const last = this.#path.at(-1);
    if (last !== undefined) this.#held.add(last);
  }

  /** The head of a table stands over its rows, until {@link Outline.endTable}. */
  openTable(block: Block): void {
    this.#path = [
      ...this.#path,
      {
        words: headingWords(block)
          .replace(/^\||\|$/g, '')
          .trim(),
        kind: 'table',
        style: 'table',
        depth: 0,
        number: undefined,
        value: undefined,
        front: false,
        level: undefined,
      },
    ];
  }

  endTable(): void {
    if (this.#path.at(-1)?.kind === 'table') this.#path = this.#path.slice(0, -1);
  }

  /** A provision in front of its wording stands in none of its kind, be that a heading. */
  provision({ key }: PartMarker): void {
    const closed = isEndProvision(key)
      ? outsideParts(this.#path)
      : this.#path.findIndex((open) => open.kind === 'provision' && open.style === key);
    if (closed >= 0) this.#path = this.#path.slice(0, closed);
    this.#path = this.#path.slice(0, this.#besideLast(key));
    this.#outerOf.set(key, this.#path);
  }

  /**
   * How many of the open headings the next provision of a style stands in: not in those of a list or
   * a table that the last one held.
   */
  #besideLast(style: string): number {
    const outer = this.#outerOf.get(style);
    const last = this.#path.at(-1);
    const isWithin =
      outer !== undefined &&
      last !== undefined &&
      this.#held.has(last) &&
      outer.length < this.#path.length &&
      outer.every((heading, index) => heading === this.#path[index]);
    return isWithin ? outer.length : this.#path.length;
  }

  /** Numbered paragraphs right below the wording of a preamble stand no longer in it. */
  endPreamble(): void {
    const last = this.#path.at(-1);
    if (!this.#fresh && last?.kind === 'named' && opensPreamble(last.words)) {
      this.#path = this.#path.slice(0, -1);
    }
  }

  /**
   * Opens a heading. `next` is the next numbered heading, by which the beginning of another
   * document is known.
   */
  open(block: Block, next: Block | undefined): OpenHeading {
    const around = { untitled: this.#untitled(), front: !this.#seenParagraph };
    const heading = readHeading(block, this.options, around);
    if (heading.kind === 'plain' && this.#beginsAnother(next)) this.#path = [];
    const place = {
      path: this.#path,
      fresh: this.#fresh,
      besideLast: this.#besideLast(heading.style),
    };
    const level = this.#beginsAnew(heading, next) ? this.#outermostItem() : levelOf(heading, place);
    const depth = Math.min(level, closedByLevel(this.#path, heading));
    this.#path = [...this.#path.slice(0, depth), heading];
    if (heading.kind === 'provision') this.#outerOf.set(heading.style, this.#path.slice(0, -1));
    this.#fresh = true;
    this.#bare = block.mark.type === 'part' && bareWording(block) === '';
    return heading;
  }

  /**
   * The heading right above, where it is `CHAPTER V` or `Article 5` and its title is still to come.
   */
  #untitled(): OpenHeading | undefined {
    const above = this.#path.at(-1);
    if (
      !this.#fresh ||
      above === undefined ||
      (above.kind !== 'division' && above.kind !== 'provision')
    ) {
      return undefined;
    }
    return this.#bare ? above : undefined;
  }

  #beginsAnother(next: Block | undefined): boolean {
    const outermost =
      this.#path.find(isNumbered) ?? this.#path.find((open) => open.kind === 'provision');
    const numbered =
      next === undefined ? undefined : headingNumber(next, this.options.sectionsNest);
    // "OPTIONAL PROTOCOL⏎Article 1" is in no annex that has had an article 1.
    const isBesideAnnex =
      outermost?.kind === 'division' &&
      outermost.depth === 0 &&
      numbered?.kind === 'provision' &&
      numbered.value === 1 &&
      this.#outerOf.get(numbered.style)?.includes(outermost) === true;
    if (isBesideAnnex) return true;
    return (
      outermost !== undefined &&
      numbered?.style === outermost.style &&
      numbered.depth === outermost.depth &&
      numbered.value === 1 &&
      (outermost.value ?? 0) > 1
    );
  }

  /**
   * `A.` after `9.3.` stands on the level of `9.` where `A.1` is below it as `9.1` was: an appendix.
   */
  #beginsAnew(heading: OpenHeading, next: Block | undefined): boolean {
    const below = next === undefined ? undefined : headingNumber(next, this.options.sectionsNest);
    return (
      heading.kind === 'item' &&
      heading.depth === 1 &&
      below?.kind === 'item' &&
      below.depth > 1 &&
      below.number?.startsWith(`${heading.number ?? ''}.`) === true &&
      this.#path.some((open) => open.kind === 'item' && open.depth > 1)
    );
  }

  #outermostItem(): number {
    return this.#path.findIndex((open) => open.kind === 'item');
  }
}

function bareWording(block: Block): string {
  return withoutEnd(wordingOf(block), /[*_.:–—\s-]/u);
}
