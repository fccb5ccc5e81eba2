import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { normalizeForSearch } from '../language/normalize.js';
import { splitPassages } from '../documents/split-passages.js';
import { questionsOf, sentencesOf, withHeading } from '../documents/searched-text.js';
import type {
  IndexContent,
  IndexedDocument,
  IndexEntry,
  Paragraph,
  VectorTable,
} from '../types.js';

export interface BuildProgress {
  readonly documentId: string;
  /** Paragraphs embedded so far, over all documents; reused ones count as done. */
  readonly doneParagraphs: number;
  readonly totalParagraphs: number;
}

export interface BuildOptions {
  readonly documents: readonly IndexedDocument[];
  readonly embeddings: EmbeddingsInterface & { readonly dimensions: number };
  /**
   * The present index where the same model built it: the vectors of unchanged documents are taken
   * over.
   */
  readonly previous?: IndexContent | undefined;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface BuiltIndex extends IndexContent {
  /** Ids of the documents that had to be embedded. */
  readonly embedded: readonly string[];
}

interface DocumentPart {
  readonly entries: readonly IndexEntry[];
  readonly vectors: readonly ArrayLike<number>[];
}

/** Embeds the paragraphs and sentences of every document that is new or has changed. */
export async function buildIndex(options: BuildOptions): Promise<BuiltIndex> {
  const { documents, embeddings, previous, signal } = options;
  const totalParagraphs = documents.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  const known = previous && describePrevious(previous);
  const parts: DocumentPart[] = [];
  const embedded: string[] = [];
  let doneParagraphs = 0;
  for (const document of documents) {
    const report = (): void =>
      options.onProgress?.({ documentId: document.id, doneParagraphs, totalParagraphs });
    const unchanged = previous && known && takeOver(document, previous, known);
    if (unchanged !== undefined) {
      parts.push(unchanged);
      doneParagraphs += document.paragraphs.length;
      report();
      continue;
    }
    embedded.push(document.id);
    for (const paragraph of document.paragraphs) {
      signal?.throwIfAborted();
      parts.push(await embedParagraph(embeddings, document, paragraph));
      doneParagraphs += 1;
      report();
    }
  }
  const entries = parts.flatMap((part) => part.entries);
  return {
    documents,
    entries,
    embedded,
    vectors: toTable(parts, { count: entries.length, dimensions: embeddings.dimensions }),
  };
}

/**
 * What is known of the documents of an index: their hashes, and where their entries stand; those of
 * one document stand together.
 */
function describePrevious({
  documents,
  entries,
}: IndexContent): Map<string, { readonly sha256: string; readonly first: number; count: number }> {
  const known = new Map<
    string,
    { readonly sha256: string; readonly first: number; count: number }
  >();
  const hashes = new Map(documents.map(({ id, sha256 }) => [id, sha256]));
  entries.forEach(({ documentId }, i) => {
    const sofar = known.get(documentId);
    if (sofar === undefined) {
      known.set(documentId, { sha256: hashes.get(documentId) ?? '', first: i, count: 1 });
    } else sofar.count += 1;
  });
  return known;
}

function takeOver(
  document: IndexedDocument,
  previous: IndexContent,
  known: ReturnType<typeof describePrevious>,
): DocumentPart | undefined {
  const place = known.get(document.id);
  if (place?.sha256 !== document.sha256) return undefined;
  const { values, dimensions } = previous.vectors;
  const numbers = Array.from({ length: place.count }, (_, i) => place.first + i);
  return {
    entries: previous.entries.slice(place.first, place.first + place.count),
    vectors: numbers.map((i) => values.subarray(i * dimensions, (i + 1) * dimensions)),
  };
}

async function embedParagraph(
  embeddings: EmbeddingsInterface,
  document: IndexedDocument,
  paragraph: Paragraph,
): Promise<DocumentPart> {
  const entries = entriesOf(document, paragraph);
  return {
    entries,
    vectors: await embeddings.embedDocuments(
      entries.map((entry) => embeddedText(document, paragraph, entry)),
    ),
  };
}

/** What of a paragraph is embedded, each with its own vector. */
export function entriesOf(document: IndexedDocument, paragraph: Paragraph): IndexEntry[] {
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

/** The text that an entry's vector is made from. */
export function embeddedText(
  document: IndexedDocument,
  paragraph: Paragraph,
  entry: IndexEntry,
): string {
  if (entry.kind === 'question') return normalizeForSearch(entry.question);
  const text = document.text.slice(entry.start, entry.end);
  return entry.kind === 'passage' ? withHeading(paragraph, text) : normalizeForSearch(text);
}

function toTable(
  parts: readonly DocumentPart[],
  { count, dimensions }: { readonly count: number; readonly dimensions: number },
): VectorTable {
  const values = new Float32Array(count * dimensions);
  let offset = 0;
  for (const vector of parts.flatMap((part) => part.vectors)) {
    values.set(vector, offset);
    offset += dimensions;
  }
  return { values, dimensions };
}
