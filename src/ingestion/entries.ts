import { splitPassages } from '../documents/split-passages.js';
import { isSearched, questionsOf, sentencesOf, withHeading } from '../documents/searched-text.js';
import { normalizeForSearch } from '../language/normalize.js';
import type { EncodedText } from '../ports/vector-cache.js';
import type { IndexedDocument, IndexEntry, Paragraph } from '../types.js';

/** What of a paragraph is embedded, each with its own vector. */
export function entriesOf(document: IndexedDocument, paragraph: Paragraph): IndexEntry[] {
  if (!isSearched(paragraph)) return [];
  const of = { documentId: document.id, paragraph: paragraph.label };
  const sentences = sentencesOf(document.text, paragraph);
  return [
    ...splitPassages(document.text, sentences).map((span) => ({
      kind: 'passage' as const,
      ...of,
      ...span,
    })),
    ...sentences.map((span) => ({ kind: 'sentence' as const, ...of, ...span })),
    ...questionsOf(document, paragraph).map((question) => ({
      kind: 'question' as const,
      ...of,
      question,
    })),
  ];
}

/** All entries of a document, in the order of its paragraphs. */
export function entriesOfDocument(document: IndexedDocument): IndexEntry[] {
  return document.paragraphs.flatMap((paragraph) => entriesOf(document, paragraph));
}

/** What an entry's vector is made from. */
export function encodedText(
  document: IndexedDocument,
  paragraph: Paragraph,
  entry: IndexEntry,
): EncodedText {
  if (entry.kind === 'question') {
    // What visitors ask is nearest to what else is asked.
    return { side: 'query', text: normalizeForSearch(entry.question) };
  }
  const text = document.text.slice(entry.start, entry.end);
  return {
    side: 'passage',
    text: entry.kind === 'passage' ? withHeading(paragraph, text) : normalizeForSearch(text),
  };
}

/** All that is embedded of a document. */
export function textsOf(document: IndexedDocument): EncodedText[] {
  return document.paragraphs.flatMap((paragraph) =>
    entriesOf(document, paragraph).map((entry) => encodedText(document, paragraph, entry)),
  );
}
