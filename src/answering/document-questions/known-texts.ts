import type { SearchIndex } from '../../retrieval/search/search-index.js';
import type { IndexedDocument } from '../../types.js';

/** What a question is asked of. */
export interface KnownTexts {
  readonly documents: readonly IndexedDocument[];
  /** Whether any of them has a word of this stem. */
  readonly holds: (term: string) => boolean;
}

export function knownTexts({
  documents,
  vocabulary,
}: Pick<SearchIndex, 'documents' | 'vocabulary'>): KnownTexts {
  return { documents, holds: (term) => vocabulary.has(term) };
}
