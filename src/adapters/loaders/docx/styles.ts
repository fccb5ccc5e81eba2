import type { Element } from 'domhandler';
import { attribute, childOf, childrenOf } from '../markup/xml.js';

/** What the style of a paragraph says of it, those that it is based on included. */
export interface ParagraphStyle {
  /** In lower case: `heading 1`, `title`, `toc 2`. */
  readonly name: string;
  /** 1 for the outermost headings. */
  readonly headingLevel?: number;
  readonly numId?: string;
  readonly level?: number;
}

export type Styles = ReadonlyMap<string, ParagraphStyle>;

const MAX_BASED_ON = 20;

export function readStyles(root: Element | undefined): Styles {
  const elements = new Map(
    (root === undefined ? [] : childrenOf(root, 'style')).map((style) => [
      attribute(style, 'styleId') ?? '',
      style,
    ]),
  );
  return new Map([...elements.keys()].map((id) => [id, styleOf(id, elements)]));
}

function styleOf(id: string, elements: ReadonlyMap<string, Element>): ParagraphStyle {
  let found: Partial<ParagraphStyle> = {};
  let element = elements.get(id);
  const name = attribute(childOf(element, 'name'), 'val')?.toLowerCase() ?? '';
  // What a style says itself goes before what it is based on.
  for (let steps = 0; element !== undefined && steps < MAX_BASED_ON; steps += 1) {
    found = { ...ownProperties(element), ...found };
    element = elements.get(attribute(childOf(element, 'basedOn'), 'val') ?? '');
  }
  return { ...found, name };
}

function ownProperties(style: Element): Partial<ParagraphStyle> {
  const name = attribute(childOf(style, 'name'), 'val')?.toLowerCase() ?? '';
  const properties = childOf(style, 'pPr');
  const named = /^heading (\d)$/u.exec(name)?.[1];
  const outlined = outlineLevel(properties);
  const headingLevel = outlined ?? (named === undefined ? undefined : Number(named));
  const numbering = childOf(properties, 'numPr');
  const numId = attribute(childOf(numbering, 'numId'), 'val');
  const level = attribute(childOf(numbering, 'ilvl'), 'val');
  return {
    ...(headingLevel === undefined && name !== 'title' ? {} : { headingLevel: headingLevel ?? 1 }),
    ...(numId === undefined ? {} : { numId }),
    ...(level === undefined ? {} : { level: Number(level) }),
  };
}

/** 1 for the outermost; undefined where a paragraph is no heading. */
export function outlineLevel(properties: Element | undefined): number | undefined {
  const level = attribute(childOf(properties, 'outlineLvl'), 'val');
  return level !== undefined && /^[0-8]$/u.test(level) ? Number(level) + 1 : undefined;
}
