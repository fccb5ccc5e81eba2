import type { Encoder } from '../ports/encoder.js';
import type { VectorWriter } from '../ports/index-storage.js';
import type { EncodedText, KnownVectors, VectorCache } from '../ports/vector-cache.js';
import type { IndexedDocument, IndexEntry, Paragraph } from '../types.js';
import { encodedText } from './entries.js';

export interface EmbedOptions {
  readonly embeddings: Pick<Encoder, 'embedDocuments' | 'embedQueries'>;
  /** Where the same model's vectors of these texts may be, the first that has one. */
  readonly known: readonly KnownVectors[];
  /** Is given what is embedded, a paragraph at a time, and looked into first. */
  readonly cache: VectorCache;
  /** Is given the vector of every entry. */
  readonly into: Pick<VectorWriter, 'append'>;
  /** Called after each paragraph. */
  readonly onParagraph?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Embeds what of a document has no vector yet; the same text of the same side once. */
export async function embedDocument(
  {
    document,
    entries,
  }: { readonly document: IndexedDocument; readonly entries: readonly IndexEntry[] },
  { embeddings, known, cache, into, onParagraph, signal }: EmbedOptions,
): Promise<void> {
  const places = [cache, ...known];
  for (const { paragraph, entries: own } of byParagraph(document, entries)) {
    signal?.throwIfAborted();
    const texts = own.map((entry) => encodedText(document, paragraph, entry));
    const vectors = new Map(texts.map((text) => [keyOf(text), firstOf(places, text)]));
    const lacking = texts.filter((text) => vectors.get(keyOf(text)) === undefined);
    if (lacking.length > 0) {
      const made = await embedAll(embeddings, lacking);
      await cache.add(made);
      for (const { vector, ...text } of made) vectors.set(keyOf(text), vector);
    }
    await into.append(texts.map((text) => vectors.get(keyOf(text)) ?? []));
    onParagraph?.();
  }
}

/** The vectors that an index holds of a document, by what they were made from. */
export function vectorsOf({
  document,
  entries,
  vectors: { values, dimensions },
}: {
  readonly document: IndexedDocument;
  readonly entries: readonly IndexEntry[];
  readonly vectors: { readonly values: Float32Array; readonly dimensions: number };
}): KnownVectors {
  const places = new Map<string, number>();
  let place = 0;
  for (const { paragraph, entries: own } of byParagraph(document, entries)) {
    for (const entry of own) {
      places.set(keyOf(encodedText(document, paragraph, entry)), place);
      place += 1;
    }
  }
  return {
    find: (text) => {
      const found = places.get(keyOf(text));
      return found === undefined
        ? undefined
        : values.subarray(found * dimensions, (found + 1) * dimensions);
    },
  };
}

/** Entries are in the order of the paragraphs; of some there are none. */
function* byParagraph(
  { paragraphs }: IndexedDocument,
  entries: readonly IndexEntry[],
): Generator<{ readonly paragraph: Paragraph; readonly entries: readonly IndexEntry[] }> {
  let next = 0;
  for (const paragraph of paragraphs) {
    const from = next;
    while (entries[next]?.paragraph === paragraph.label) next += 1;
    yield { paragraph, entries: entries.slice(from, next) };
  }
}

function keyOf({ side, text }: EncodedText): string {
  return `${side}\0${text}`;
}

function firstOf(
  places: readonly KnownVectors[],
  text: EncodedText,
): ArrayLike<number> | undefined {
  for (const vectors of places) {
    const found = vectors.find(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function embedAll(
  embeddings: EmbedOptions['embeddings'],
  lacking: readonly EncodedText[],
): Promise<(EncodedText & { readonly vector: readonly number[] })[]> {
  const made: (EncodedText & { readonly vector: readonly number[] })[] = [];
  for (const side of ['passage', 'query'] as const) {
    const texts = [...new Set(lacking.filter((one) => one.side === side).map(({ text }) => text))];
    const vectors =
      side === 'query'
        ? await embeddings.embedQueries(texts)
        : await embeddings.embedDocuments(texts);
    texts.forEach((text, i) => made.push({ side, text, vector: vectors[i] ?? [] }));
  }
  return made;
}
