import { createHash } from 'node:crypto';
import type { IndexedDocument } from '../types.js';
import { embeddedText, entriesOf } from './build-index.js';

/**
 * SHA-256 of a document as it is indexed: its files' hash, and all that was made of them. A text
 * that stays the same must be embedded again when it is divided differently, so its files' hash
 * alone does not do.
 */
export function preparedHash(document: IndexedDocument): string {
  const hash = createHash('sha256').update(JSON.stringify(document));
  for (const paragraph of document.paragraphs) {
    for (const entry of entriesOf(document, paragraph)) {
      hash
        .update(JSON.stringify(entry))
        .update(embeddedText(document, paragraph, entry))
        .update('\0');
    }
  }
  return hash.digest('hex');
}
