import { Document as LangChainDocument } from '@langchain/core/documents';
import type { StoredDocument } from '../../ports/index-storage.js';
import type { IndexContent } from '../../types.js';

/**
 * The form in which LangChain's stores give the entries of an index, in their order;
 * `metadata.entry` is the number of each.
 */
export function toLangChainDocuments({
  documents,
  entries,
}: Pick<IndexContent, 'documents' | 'entries'>): LangChainDocument[] {
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  return entries.map((entry, number) => {
    const pageContent =
      entry.kind === 'question'
        ? entry.question
        : (texts.get(entry.documentId)?.slice(entry.start, entry.end) ?? '');
    return new LangChainDocument({ pageContent, metadata: { ...entry, entry: number } });
  });
}

/** The same without their words, for what stands at each slot of a graph; undefined where it is gone. */
export function slotDocuments(
  documents: readonly Pick<StoredDocument, 'id' | 'slot' | 'entries'>[],
): (slot: number) => LangChainDocument | undefined {
  const at = placeAtSlot(documents);
  return (slot) => {
    const place = at(slot);
    return place === undefined
      ? undefined
      : new LangChainDocument({
          pageContent: '',
          metadata: { entry: place.entry, documentId: documents[place.document]?.id },
        });
  };
}

/** The entry that stands at each slot of a graph; undefined where it is gone from the index. */
export function entryAtSlot(
  documents: readonly Pick<StoredDocument, 'slot' | 'entries'>[],
): (slot: number) => number | undefined {
  const at = placeAtSlot(documents);
  return (slot) => at(slot)?.entry;
}

interface EntryPlace {
  readonly entry: number;
  /** Place of its document. */
  readonly document: number;
}

function placeAtSlot(
  documents: readonly Pick<StoredDocument, 'slot' | 'entries'>[],
): (slot: number) => EntryPlace | undefined {
  let next = 0;
  const runs = documents
    .map(({ slot, entries }, document) => {
      next += entries;
      return { slot, entries, document, entry: next - entries };
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
      : { entry: run.entry + slot - run.slot, document: run.document };
  };
}
