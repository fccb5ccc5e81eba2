import type { ListedDocument } from '../../ports/search-index.js';
import type { IndexedDocument } from '../../types.js';

/** A document without its words. */
export function listedDocument({
  text: _text,
  paragraphs,
  expansions: _expansions,
  sha256: _sha256,
  ...about
}: IndexedDocument): ListedDocument {
  return { ...about, paragraphCount: paragraphs.length };
}
