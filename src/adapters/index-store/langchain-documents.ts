import { Document as LangChainDocument } from '@langchain/core/documents';
import type { StoredDocument } from '../../ports/index-storage.js';
import type { IndexContent } from '../../types.js';

/** The form in which LangChain's stores give an entry; `metadata.entry` is its number. */
export type EntryDocument = (entry: number) => LangChainDocument | undefined;

export function entryDocuments({
  documents,
  entries,
}: Pick<IndexContent, 'documents' | 'entries'>): EntryDocument {
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  return (number) => {
    const entry = entries[number];
    if (entry === undefined) return undefined;
    const pageContent =
      entry.kind === 'question'
        ? entry.question
        : (texts.get(entry.documentId)?.slice(entry.start, entry.end) ?? '');
    return new LangChainDocument({ pageContent, metadata: { ...entry, entry: number } });
  };
}

/** All of them, in their order. */
export function toLangChainDocuments(
  content: Pick<IndexContent, 'documents' | 'entries'>,
): LangChainDocument[] {
  const documentOf = entryDocuments(content);
  return content.entries.flatMap((_, number) => documentOf(number) ?? []);
}

/** The entry that stands at each slot of a graph; undefined where it is gone from the index. */
export function entryAtSlot(
  documents: readonly Pick<StoredDocument, 'slot' | 'entries'>[],
): (slot: number) => number | undefined {
  let next = 0;
  const runs = documents
    .map(({ slot, entries }) => {
      next += entries;
      return { slot, entries, entry: next - entries };
    })
    .filter(({ entries }) => entries > 0)
    .sort((a, b) => a.slot - b.slot);
  return (slot) => {
    let [low, high] = [0, runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((runs[middle]?.slot ?? 0) <= slot) low = middle + 1;
      else high = middle;
    }
    const run = runs[low - 1];
    return run === undefined || slot >= run.slot + run.entries
      ? undefined
      : run.entry + slot - run.slot;
  };
}
