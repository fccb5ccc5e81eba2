import { terms } from '../language/tokenize.js';
import type { IndexedDocument, Paragraph } from '../types.js';
import { expansionOf, isSearched, withHeading } from './searched-text.js';

export interface ParagraphTerms {
  /** Of its headings and its wording, without the printed number; repeats kept. */
  readonly wording: readonly string[];
  /** The same and those of its expansion: what it is found by. */
  readonly all: readonly string[];
}

/** Index terms of a paragraph; none of what is never searched. */
export function indexTerms(document: IndexedDocument, paragraph: Paragraph): ParagraphTerms {
  if (!isSearched(paragraph)) return { wording: [], all: [] };
  const { text, start, bodyStart } = paragraph;
  const wording = terms(withHeading(paragraph, text.slice(bodyStart - start)), document.language);
  const expansion = expansionOf(document, paragraph);
  if (expansion === undefined) return { wording, all: wording };
  const beside = terms([...expansion.questions, expansion.words].join(' '), document.language);
  return { wording, all: [...wording, ...beside] };
}
