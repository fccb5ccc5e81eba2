import { normalizeForSearch } from '../language/normalize.js';
import { splitPassages } from '../documents/split-passages.js';
import { isSearched, questionsOf, sentencesOf, withHeading } from '../documents/searched-text.js';
import type { Encoder } from '../ports/encoder.js';
import type { EncodedText, KnownVectors, VectorCache } from '../ports/vector-cache.js';
import type {
  IndexContent,
  IndexedDocument,
  IndexEntry,
  Paragraph,
  VectorTable,
} from '../types.js';

export interface BuildProgress {
  /** Paragraphs that have their vectors, over all documents; at first those that are known. */
  readonly doneParagraphs: number;
  readonly totalParagraphs: number;
}

export interface BuildOptions {
  readonly documents: readonly IndexedDocument[];
  readonly embeddings: Pick<Encoder, 'embedDocuments' | 'embedQueries' | 'dimensions'>;
  /** Where the same model's vectors of these texts may be, the first that has one. */
  readonly known?: readonly KnownVectors[] | undefined;
  /** Is given what is embedded, a paragraph at a time. */
  readonly cache?: VectorCache | undefined;
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An entry and what its vector is made from. */
interface PlannedEntry extends EncodedText {
  readonly entry: IndexEntry;
}

/** Embeds every text that has no vector yet; the same text of the same side once. */
export async function buildIndex(options: BuildOptions): Promise<IndexContent> {
  const { documents, embeddings, known = [], cache, signal } = options;
  const paragraphs = documents.flatMap((document) =>
    document.paragraphs.map((paragraph) => planParagraph(document, paragraph)),
  );
  const vectors = new Map<string, ArrayLike<number>>();
  for (const planned of paragraphs.flat()) {
    const found = firstOf(cache === undefined ? known : [...known, cache], planned);
    if (found !== undefined) vectors.set(keyOf(planned), found);
  }
  const lacking = (paragraph: readonly PlannedEntry[]): readonly PlannedEntry[] =>
    paragraph.filter((planned) => !vectors.has(keyOf(planned)));
  const waiting = paragraphs.filter((paragraph) => lacking(paragraph).length > 0);
  let doneParagraphs = paragraphs.length - waiting.length;
  const report = (): void =>
    options.onProgress?.({ doneParagraphs, totalParagraphs: paragraphs.length });
  report();
  for (const paragraph of waiting) {
    signal?.throwIfAborted();
    const made = await embedAll(embeddings, lacking(paragraph));
    await cache?.add(made);
    for (const { vector, ...encoded } of made) vectors.set(keyOf(encoded), vector);
    doneParagraphs += 1;
    report();
  }
  const planned = paragraphs.flat();
  return {
    documents,
    entries: planned.map(({ entry }) => entry),
    vectors: toTable(
      planned.map((one) => vectors.get(keyOf(one)) ?? []),
      embeddings.dimensions,
    ),
  };
}

/** The vectors that an index holds, by what they were made from. */
export function vectorsOf({ documents, entries, vectors }: IndexContent): KnownVectors {
  const { values, dimensions } = vectors;
  const places = new Map<string, number>();
  const texts = documents.flatMap((document) =>
    document.paragraphs.map(
      (paragraph) => [`${document.id}\0${paragraph.label}`, { document, paragraph }] as const,
    ),
  );
  const byLabel = new Map(texts);
  entries.forEach((entry, place) => {
    const of = byLabel.get(`${entry.documentId}\0${entry.paragraph}`);
    if (of !== undefined) places.set(keyOf(planEntry(of.document, of.paragraph, entry)), place);
  });
  return {
    find: (encoded) => {
      const place = places.get(keyOf(encoded));
      return place === undefined
        ? undefined
        : values.subarray(place * dimensions, (place + 1) * dimensions);
    },
  };
}

/** All that is embedded of a document. */
export function textsOf(document: IndexedDocument): EncodedText[] {
  return document.paragraphs.flatMap((paragraph) => planParagraph(document, paragraph));
}

function planParagraph(document: IndexedDocument, paragraph: Paragraph): PlannedEntry[] {
  return entriesOf(document, paragraph).map((entry) => planEntry(document, paragraph, entry));
}

function planEntry(
  document: IndexedDocument,
  paragraph: Paragraph,
  entry: IndexEntry,
): PlannedEntry {
  return {
    entry,
    // What visitors ask is nearest to what else is asked.
    side: entry.kind === 'question' ? 'query' : 'passage',
    text: embeddedText(document, paragraph, entry),
  };
}

function keyOf({ side, text }: EncodedText): string {
  return `${side}\0${text}`;
}

function firstOf(
  known: readonly KnownVectors[],
  encoded: EncodedText,
): ArrayLike<number> | undefined {
  for (const vectors of known) {
    const found = vectors.find(encoded);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function embedAll(
  embeddings: BuildOptions['embeddings'],
  planned: readonly EncodedText[],
): Promise<(EncodedText & { readonly vector: readonly number[] })[]> {
  const made: (EncodedText & { readonly vector: readonly number[] })[] = [];
  for (const side of ['passage', 'query'] as const) {
    const texts = [...new Set(planned.filter((one) => one.side === side).map(({ text }) => text))];
    const vectors =
      side === 'query'
        ? await embeddings.embedQueries(texts)
        : await embeddings.embedDocuments(texts);
    texts.forEach((text, i) => made.push({ side, text, vector: vectors[i] ?? [] }));
  }
  return made;
}

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

function toTable(vectors: readonly ArrayLike<number>[], dimensions: number): VectorTable {
  const values = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, i) => {
    values.set(vector, i * dimensions);
  });
  return { values, dimensions };
}
