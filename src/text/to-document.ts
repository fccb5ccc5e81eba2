import type { Document, DocumentMetadata } from '../types.js';
import { readStructure } from './structure/read-structure.js';

/** A text with its metadata becomes a document: its paragraphs are read from its structure. */
export function toDocument(source: { readonly metadata: DocumentMetadata; readonly text: string }): Document {
  return { ...source.metadata, text: source.text, paragraphs: readStructure(source.text) };
}
