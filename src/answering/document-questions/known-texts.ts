import { terms } from '../../language/tokenize.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import type { IndexedDocument } from '../../types.js';

/** What a question is asked of. */
export interface KnownTexts {
  readonly documents: readonly IndexedDocument[];
  /** Whether any of them has a word of this stem. */
  readonly holds: (term: string) => boolean;
}

/** Their words are looked through once, when a question first needs it. */
export function knownTexts({
  documents,
  paragraphs,
}: Pick<SearchIndex, 'documents' | 'paragraphs'>): KnownTexts {
  let held: ReadonlySet<string> | undefined;
  return {
    documents,
    holds: (term) => {
      held ??= new Set(paragraphs.flatMap(({ paragraph }) => terms(paragraph.text)));
      return held.has(term);
    },
  };
}
