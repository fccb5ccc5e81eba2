import type { Block } from './blocks.js';
import type { Role } from './headings.js';
import { isFirst } from './numerals.js';
import type { PartMarker } from './part-marker.js';
import type { Numbered } from './search/numbered.js';

/**
 * Of the paragraphs so many must bear a number for the numbers to be the document's and not those
 * of lists in passing.
 */
const NUMBERED_SHARE = 0.2;

/** What has to be known of a whole text before its first paragraph is labelled. */
export interface Survey {
  readonly numbered: boolean;
  readonly provisions: boolean;
  /** `Section 1` stands within articles, as in constitutions. */
  readonly sectionsNest: boolean;
  /** Items go on further in than their numbers stand. */
  readonly hanging: boolean;
  /** All headings of Markdown have one level, though there are parts and articles among them. */
  readonly flat: boolean;
}

/** `Article 26`: cited by its number. */
export function isProvision(
  part: PartMarker | undefined,
  sectionsNest: boolean,
): part is PartMarker {
  return part !== undefined && part.rank === undefined && (part.key !== 'section' || sectionsNest);
}

export function partOf(block: Block): PartMarker | undefined {
  return block.mark.type === 'part' ? block.mark.part : undefined;
}

/** `1.` or `I.`, not `(a)` or `i.`: these are parts of paragraphs. */
function isTopNumber({ item }: Numbered): boolean {
  return item !== undefined && (item.form.endsWith('1') || item.form === '.A');
}

function isPart({ mark }: Block): boolean {
  return mark.type === 'items' && !isTopNumber(mark.numbers[0]);
}

function isNumbered({ mark }: Block): boolean {
  return mark.type === 'items' && isTopNumber(mark.numbers[0]);
}

export function surveyOf(
  blocks: readonly Block[],
  roles: readonly Role[],
  sectionsNest: boolean,
): Survey {
  const provisions = blocks.some((block) => isProvision(partOf(block), sectionsNest));
  const paragraphs = blocks.filter(
    (block, index) =>
      roles[index] === 'paragraph' &&
      block.mark.type !== 'bullet' &&
      block.mark.type !== 'entry' &&
      !isPart(block),
  );
  const numbers = paragraphs.filter(isNumbered).length;
  const numbered =
    provisions ||
    (numbers > 0 && numbers >= paragraphs.length * NUMBERED_SHARE && !areInPassing(blocks, roles));
  return { numbered, provisions, sectionsNest, hanging: itemsHang(blocks), flat: isFlat(blocks) };
}

/** Fewer lists that begin behind a paragraph are no habit of the text. */
const MIN_LISTS = 3;

/** Lists begin with 1 again and again, most of them behind a paragraph that leads to them. */
function areInPassing(blocks: readonly Block[], roles: readonly Role[]): boolean {
  const before = blocks.flatMap(({ mark }, index) =>
    roles[index] === 'paragraph' && mark.type === 'items' && beginsList(mark.numbers[0])
      ? (roles[index - 1] ?? 'heading')
      : [],
  );
  const behind = before.filter((role) => role === 'paragraph').length;
  return behind >= MIN_LISTS && behind * 2 > before.length;
}

function beginsList(node: Numbered): boolean {
  return isTopNumber(node) && node.reading.tuple.length === 1 && isFirst(node.reading);
}

/** Where one does not, what stands below an item may be its wording. */
function itemsHang(blocks: readonly Block[]): boolean {
  const wrapped = blocks.filter(({ mark, lines }) => mark.type === 'items' && lines.length > 1);
  return (
    wrapped.length > 1 &&
    wrapped.every(({ lines: [first, second] }) => (second?.indent ?? 0) > (first?.indent ?? 0))
  );
}

function isFlat(blocks: readonly Block[]): boolean {
  const headings = blocks.filter(({ mark }) => mark.level !== undefined);
  return (
    new Set(headings.map(({ mark }) => mark.level)).size === 1 &&
    new Set(headings.flatMap((block) => partOf(block)?.key ?? [])).size > 1
  );
}
