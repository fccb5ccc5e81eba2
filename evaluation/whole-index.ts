import type { IndexedParagraph, SearchIndex } from '../src/ports/search-index.js';
import type { IndexedDocument } from '../src/types.js';

/** All paragraphs of an index, in its order. */
export async function allParagraphs(
  index: Pick<SearchIndex, 'paragraphCount' | 'paragraphs'>,
): Promise<readonly IndexedParagraph[]> {
  return index.paragraphs(Array.from({ length: index.paragraphCount }, (_, number) => number));
}

/** The texts of an index with their words, in its order; all that have a paragraph. */
export async function wholeDocuments(
  index: Pick<SearchIndex, 'documents' | 'paragraphsOf'>,
): Promise<IndexedDocument[]> {
  const texts = await Promise.all(index.documents.map(({ id }) => index.paragraphsOf(id)));
  return texts.flatMap(([first]) => first?.document ?? []);
}
