import type { ListedDocument, SearchIndex } from '../../ports/search-index.js';

/** What a question is asked of. */
export interface KnownTexts {
  readonly documents: readonly ListedDocument[];
  /** Whether any of them has a word of this stem. */
  readonly holds: (term: string) => boolean;
}

export function knownTexts({
  documents,
  vocabulary,
}: Pick<SearchIndex, 'documents' | 'vocabulary'>): KnownTexts {
  return { documents, holds: (term) => vocabulary.has(term) };
}
