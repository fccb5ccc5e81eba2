import { withoutEnd } from '../../language/end-of.js';
import type { Block } from './blocks.js';
import type { PartMarker } from './part-marker.js';
import { headingWords, type OpenHeading } from './open-heading.js';
import { slugOf } from './heading-names.js';
import { titleLook } from './title-look.js';
import {
  countedBelow,
  isAnnexHeading,
  isEndProvision,
  isNamedPart,
  opensPreamble,
} from '../../language/part-names.js';

/** A division that is known by its name alone stands where chapters stand. */
const NAMED_RANK = 2;
const SECTION_RANK = 2.5;
const MAX_TITLE_LINES = 4;
/** Provisions that stand within others. */
const PROVISION_DEPTH: Readonly<Record<string, number>> = { section: 1, sign: 2 };

function isNumbered(heading: OpenHeading): boolean {
  return heading.kind === 'division' || heading.kind === 'item';
}

export interface OutlineOptions {
  /** `Section 1` stands within articles, as in constitutions. */
  readonly sectionsNest: boolean;
  /** All headings of Markdown have one level, which therefore says nothing. */
  readonly flat: boolean;
}

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

  constructor(readonly options: OutlineOptions) {}

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
      ? this.#outsideParts()
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
    const heading = this.#read(block);
    if (heading.kind === 'plain' && this.#beginsAnother(next)) this.#path = [];
    const level = this.#beginsAnew(heading, next) ? this.#outermostItem() : this.#levelOf(heading);
    const depth = Math.min(level, this.#closedByLevel(heading));
    this.#path = [...this.#path.slice(0, depth), heading];
    if (heading.kind === 'provision') this.#outerOf.set(heading.style, this.#path.slice(0, -1));
    this.#fresh = true;
    return heading;
  }

  #read(block: Block): OpenHeading {
    const words = headingWords(block);
    const front = !this.#seenParagraph;
    const { mark } = block;
    const level = this.options.flat ? undefined : mark.level;
    const base = { words, front: false, number: undefined, value: undefined, level };
    const numbered = this.#readNumber(block);
    if (mark.type === 'part' && numbered !== undefined) return { ...base, ...numbered };
    const bare = words.replace(/[*_#.:]/g, '').trim();
    const counts = countedBelow(bare);
    if (counts !== undefined) {
      const number = slugOf(bare);
      return { ...base, kind: 'division', style: 'annex', depth: 0, number, counts };
    }
    const untitled = this.#untitled();
    if (level !== undefined && untitled !== undefined && numbered === undefined) {
      return { ...base, kind: 'subtitle', style: `subtitle ${untitled.kind}`, depth: 0 };
    }
    if (level !== undefined) {
      return {
        ...base,
        kind: 'markdown',
        style: 'markdown',
        depth: level,
        number: numbered?.number,
        value: numbered?.value,
      };
    }
    if (numbered !== undefined) return { ...base, ...numbered };
    if (isAnnexHeading(bare)) {
      return { ...base, kind: 'division', style: 'annex', depth: 0, number: bare.toLowerCase() };
    }
    if (untitled !== undefined) {
      return { ...base, kind: 'subtitle', style: `subtitle ${untitled.kind}`, depth: 0 };
    }
    if (isNamedPart(bare)) {
      return { ...base, kind: 'named', style: 'named', depth: NAMED_RANK };
    }
    return { ...base, front, kind: 'plain', style: titleLook(words) ?? 'phrase', depth: 0 };
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
    const name = above.number ?? '';
    return withoutEnd(above.words, /[*_.:–—\s-]/u).endsWith(name) ? above : undefined;
  }

  #readNumber(
    block: Block,
  ): Pick<OpenHeading, 'kind' | 'style' | 'depth' | 'number' | 'value'> | undefined {
    const { mark } = block;
    if (mark.type === 'part') {
      const { key, rank, number, readings } = mark.part;
      const value = readings[0]?.tuple[0];
      if (rank !== undefined) {
        return {
          kind: 'division',
          style: key,
          depth: rank,
          number: rank === 0 ? `${key}-${number}` : number,
          value,
        };
      }
      if (key === 'section' && !this.options.sectionsNest) {
        return { kind: 'division', style: key, depth: SECTION_RANK, number, value };
      }
      return { kind: 'provision', style: key, depth: PROVISION_DEPTH[key] ?? 0, number, value };
    }
    if (mark.type !== 'items') return undefined;
    const [{ number, reading, item }] = mark.numbers;
    return {
      kind: 'item',
      style: `${item?.form ?? ''} ${reading.alphabet}`,
      depth: reading.tuple.length,
      number,
      value: reading.tuple[0],
    };
  }

  #closedByLevel({ level }: OpenHeading): number {
    const closed = this.#path.findIndex(
      (open) => level !== undefined && open.level !== undefined && open.level >= level,
    );
    return closed < 0 ? this.#path.length : closed;
  }

  #beginsAnother(next: Block | undefined): boolean {
    const outermost =
      this.#path.find(isNumbered) ?? this.#path.find((open) => open.kind === 'provision');
    const numbered = next === undefined ? undefined : this.#readNumber(next);
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
    const below = next === undefined ? undefined : this.#readNumber(next);
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

  /** How many of the open headings stay open above the new one. */
  #levelOf(heading: OpenHeading): number {
    const first = (closes: (open: OpenHeading) => boolean): number => {
      const index = this.#path.findIndex(closes);
      return index < 0 ? this.#path.length : index;
    };
    switch (heading.kind) {
      case 'markdown':
        return first(({ kind, level }) =>
          level === undefined
            ? kind !== 'markdown'
            : kind === 'provision' || level >= heading.depth,
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
        if (isEndProvision(heading.style)) return this.#outsideParts();
        return Math.min(
          this.#besideLast(heading.style),
          first(
            (open) =>
              open.kind === 'named' || (open.kind === 'provision' && open.depth >= heading.depth),
          ),
        );
      case 'subtitle':
      case 'table':
        return this.#path.length;
      case 'item':
        return Math.min(
          this.#itemLevel(heading),
          first((open) => open.kind === 'named' || open.kind === 'provision'),
        );
      case 'plain':
        return this.#plainLevel(heading);
    }
  }

  /** Behind all parts, be it below a heading that says so. */
  #outsideParts(): number {
    const index = this.#path.findIndex(
      ({ kind, front, counts }) => kind !== 'markdown' && !front && counts === undefined,
    );
    return index < 0 ? this.#path.length : index;
  }

  #itemLevel(heading: OpenHeading): number {
    const same = this.#path.findIndex(
      (open) => open.kind === 'item' && open.style === heading.style && open.depth >= heading.depth,
    );
    if (same >= 0) return same;
    const parent = this.#path.findLastIndex(
      (open) => open.kind === 'item' && open.style === heading.style,
    );
    return parent < 0 ? this.#path.length : parent + 1;
  }

  #plainLevel(heading: OpenHeading): number {
    const above = this.#path.at(-1);
    // Title lines one below the other make one heading of several lines.
    const lines = this.#path.filter(
      (open) => open.kind === 'plain' && open.style === heading.style,
    ).length;
    if (
      this.#fresh &&
      above?.kind === 'plain' &&
      above.style === heading.style &&
      lines < MAX_TITLE_LINES
    ) {
      return this.#path.length;
    }
    const scope =
      this.#path.findLastIndex(
        (open) =>
          isNumbered(open) || open.kind === 'markdown' || open.style === 'subtitle division',
      ) + 1;
    const closed = this.#path.findIndex(
      (open, index) =>
        index >= scope &&
        (open.style === heading.style || open.kind === 'provision' || open.kind === 'named'),
    );
    return closed < 0 ? this.#path.length : closed;
  }
}
