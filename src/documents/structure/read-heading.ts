import { countedBelow, isAnnexHeading, isNamedPart } from '../../language/part-names.js';
import type { Block } from './blocks.js';
import { slugOf } from './heading-names.js';
import { headingWords, type OpenHeading } from './open-heading.js';
import { titleLook } from './title-look.js';

/** A division that is known by its name alone stands where chapters stand. */
const NAMED_RANK = 2;
const SECTION_RANK = 2.5;
/** Provisions that stand within others. */
const PROVISION_DEPTH: Readonly<Record<string, number>> = { section: 1, sign: 2 };

export interface HeadingOptions {
  /** `Section 1` stands within articles, as in constitutions. */
  readonly sectionsNest: boolean;
  /** All headings of Markdown have one level, which therefore says nothing. */
  readonly flat: boolean;
}

/** What stands around a heading. */
export interface AroundHeading {
  /** The heading right above, where its title is still to come. */
  readonly untitled: OpenHeading | undefined;
  /** No wording stands above. */
  readonly front: boolean;
}

/** The number of a heading, with what it counts; undefined where it has none. */
export function headingNumber(
  block: Block,
  sectionsNest: boolean,
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
    if (key === 'section' && !sectionsNest) {
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

/** What a block that is a heading says of itself. */
export function readHeading(
  block: Block,
  { sectionsNest, flat }: HeadingOptions,
  { untitled, front }: AroundHeading,
): OpenHeading {
  const words = headingWords(block);
  const { mark } = block;
  const level = flat ? undefined : mark.level;
  const base = { words, front: false, number: undefined, value: undefined, level };
  const numbered = headingNumber(block, sectionsNest);
  if (mark.type === 'part' && numbered !== undefined) return { ...base, ...numbered };
  const bare = words.replace(/[*_#.:]/g, '').trim();
  const counts = countedBelow(bare);
  if (counts !== undefined) {
    const number = slugOf(bare);
    return { ...base, kind: 'division', style: 'annex', depth: 0, number, counts };
  }
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
