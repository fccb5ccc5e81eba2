import type { Element } from 'domhandler';
import type { Block } from '../markup/blocks.js';
import { attribute, childOf, childrenOf, localName } from '../markup/xml.js';
import type { Notes } from './notes.js';
import type { Numbering, PrintedNumber } from './numbering.js';
import { paragraphText } from './run-text.js';
import { outlineLevel, type ParagraphStyle, type Styles } from './styles.js';
import { readDocxTable } from './table.js';

export interface DocxParts {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: Notes;
}

const NO_STYLE: ParagraphStyle = { name: '' };

/** The blocks of a body, in their order. */
export function docxBlocks(body: Element, parts: DocxParts): readonly Block[] {
  return childrenOf(body).flatMap((element) => blocksOf(element, parts));
}

function blocksOf(element: Element, parts: DocxParts): readonly Block[] {
  switch (localName(element)) {
    case 'p':
      return paragraphBlocks(element, parts);
    case 'tbl':
      return readDocxTable(element, (part) => docxBlocks(part, parts));
    case 'sdt':
      return isContents(element)
        ? []
        : childrenOf(element, 'sdtContent').flatMap((content) => docxBlocks(content, parts));
    case 'customXml':
    case 'ins':
    case 'moveTo':
      return docxBlocks(element, parts);
    default:
      return [];
  }
}

/** A list of contents that the word processor made: its titles stand in the text. */
function isContents(sdt: Element): boolean {
  const gallery = childOf(childOf(childOf(sdt, 'sdtPr'), 'docPartObj'), 'docPartGallery');
  return /table of contents/iu.test(attribute(gallery, 'val') ?? '');
}

function paragraphBlocks(paragraph: Element, parts: DocxParts): readonly Block[] {
  const { styles, notes } = parts;
  const properties = childOf(paragraph, 'pPr');
  const style = styles.get(attribute(childOf(properties, 'pStyle'), 'val') ?? '') ?? NO_STYLE;
  if (/^toc \d$/u.test(style.name)) return [];
  const { text, boxes } = paragraphText(paragraph, notes.mark);
  const boxed = boxes.flatMap((box) => docxBlocks(box, parts));
  const noted = notes
    .takeMet()
    .map(({ label, text: note }): Block => ({ kind: 'note', label, text: note }));
  if (text === '') return [...boxed, ...noted];
  const number = numberOf(properties, { style, parts });
  const headingLevel = outlineLevel(properties) ?? style.headingLevel;
  const block: Block =
    headingLevel !== undefined
      ? { kind: 'heading', level: headingLevel, text: numbered(text, number) }
      : textBlock(text, number);
  return [block, ...boxed, ...noted];
}

interface PlacedNumber extends PrintedNumber {
  readonly level: number;
}

function numberOf(
  properties: Element | undefined,
  { style, parts }: { readonly style: ParagraphStyle; readonly parts: DocxParts },
): PlacedNumber | undefined {
  const own = childOf(properties, 'numPr');
  const numId = attribute(childOf(own, 'numId'), 'val') ?? style.numId;
  if (numId === undefined || numId === '0') return undefined;
  const level = Number(attribute(childOf(own, 'ilvl'), 'val') ?? style.level ?? 0);
  const printed = parts.numbering.next(numId, level);
  return printed && { ...printed, level: level + listDepth(style) };
}

/** Each of the word processor's own styles `List Number`, `List Number 2`, … is a list of its own. */
function listDepth({ name }: ParagraphStyle): number {
  return Number(/^list (?:number|bullet|continue) ([2-5])$/u.exec(name)?.[1] ?? 1) - 1;
}

function textBlock(text: string, number: PlacedNumber | undefined): Block {
  if (number === undefined) return { kind: 'text', text, depth: 0 };
  const { marker, spaced, level } = number;
  if (marker !== '' && spaced) return { kind: 'item', marker, text, depth: level };
  return { kind: 'text', text: marker + text, depth: level };
}

function numbered(text: string, number: PlacedNumber | undefined): string {
  if (number === undefined || number.marker === '-' || number.marker === '') return text;
  return number.spaced ? `${number.marker} ${text}` : number.marker + text;
}
