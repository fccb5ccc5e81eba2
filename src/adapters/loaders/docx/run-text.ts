import { isText, type Element } from 'domhandler';
import { attribute, childOf, childrenOf, localName } from '../markup/xml.js';

export interface ParagraphText {
  readonly text: string;
  /** Text boxes that hang on the paragraph; their paragraphs follow it. */
  readonly boxes: readonly Element[];
}

/** What a reference to a note stands for in the text. */
export type MarkNote = (kind: 'footnote' | 'endnote', reference: Element) => string;

const CONTAINERS: ReadonlySet<string> = new Set(
  (
    'hyperlink ins moveTo smartTag sdt sdtContent customXml fldSimple bdo dir drawing inline anchor ' +
    'graphic graphicData wsp wgp txbx pict shape rect group textbox object ruby rubyBase ' +
    'AlternateContent oMath oMathPara'
  ).split(' '),
);

/** The words of a paragraph as they are printed: what was deleted, or is hidden, is not. */
export function paragraphText(paragraph: Element, markNote: MarkNote): ParagraphText {
  const parts: string[] = [];
  const boxes: Element[] = [];
  const read = (element: Element): void => {
    const name = localName(element);
    if (name === 'r') readRun(element);
    else if (name === 'txbxContent') boxes.push(element);
    else if (name === 'AlternateContent') {
      const chosen = childOf(element, 'Fallback') ?? childOf(element, 'Choice');
      if (chosen !== undefined) childrenOf(chosen).forEach(read);
    } else if (CONTAINERS.has(name)) childrenOf(element).forEach(read);
  };
  const readRun = (run: Element): void => {
    const hidden = childOf(childOf(run, 'rPr'), 'vanish');
    if (hidden !== undefined && !/^(?:0|false)$/u.test(attribute(hidden, 'val') ?? '')) return;
    for (const child of childrenOf(run)) {
      const words = runPart(child, markNote);
      if (words === undefined) read(child);
      else parts.push(words);
    }
  };
  childrenOf(paragraph).forEach(read);
  return {
    text: parts
      .join('')
      .replace(/[ \t]+/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .trim(),
    boxes,
  };
}

/** Undefined where it is none of what a run's words are made of. */
function runPart(part: Element, markNote: MarkNote): string | undefined {
  switch (localName(part)) {
    case 't':
      return part.children.map((node) => (isText(node) ? node.data : '')).join('');
    case 'tab':
    case 'ptab':
      return ' ';
    case 'br':
      return attribute(part, 'type') === undefined ? '\n' : ' ';
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '\u2011';
    case 'footnoteReference':
      return markNote('footnote', part);
    case 'endnoteReference':
      return markNote('endnote', part);
    default:
      return undefined;
  }
}
