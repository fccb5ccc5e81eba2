import type { Paragraph } from '../../types.js';
import { StructureReader, type Structure } from './structure-reader.js';

/** Divides a text into paragraphs, headings and rules. */
export function analyse(text: string): Structure {
  return new StructureReader(text).read();
}

/**
 * The paragraphs of a text, in their order; `text` may have line ends of any kind and hard-wrapped
 * lines.
 *
 * Labels are what lawyers cite: the printed number (`22`, `26.3`, `2.1(a)`); with the number or the
 * name of what it stands in where numbers begin again (`IX.1`, `annex.1`); the number of the
 * article or, where paragraphs have none of their own, of the heading. Without a number:
 * `preamble-3` before the first number; `22-2` for the second paragraph under 22; `conclusion-1`
 * under a heading; `closing-1` from the closing formula on; `contents-1` in a table of contents;
 * `p12` in a text without any number. What is printed twice gets `~2`. Labels and their anchors are
 * unique.
 *
 * `(a)` is a paragraph of its own; dashes stay within the paragraph that introduces them.
 */
export function readStructure(text: string): readonly Paragraph[] {
  return analyse(text).paragraphs;
}
