import { createHash } from 'node:crypto';
import type { IndexedDocument, IndexEntry } from '../types.js';
import { encodedText } from './entries.js';

/**
 * SHA-256 of a document as it is indexed: its files' hash, and all that was made of them. A text
 * that stays the same must be embedded again when it is divided differently, so its files' hash
 * alone does not do.
 */
export function preparedHash(document: IndexedDocument, entries: readonly IndexEntry[]): string {
  const hash = createHash('sha256').update(JSON.stringify(document));
  const paragraphs = new Map(document.paragraphs.map((paragraph) => [paragraph.label, paragraph]));
  for (const entry of entries) {
    const paragraph = paragraphs.get(entry.paragraph);
    if (paragraph === undefined) continue;
    hash
      .update(JSON.stringify(entry))
      .update(encodedText(document, paragraph, entry).text)
      .update('\0');
  }
  return hash.digest('hex');
}
