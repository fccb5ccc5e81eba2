import type { DocumentRecord, IndexManifest, StoredDocument } from '../../ports/index-storage.js';
import type { SlotRange } from './hnsw-graph.js';

/** Where the vectors of an index stand in its graph, and how that comes about from the former. */
export interface SlotPlan {
  readonly documents: readonly StoredDocument[];
  /** Of the former graph; undefined where a new one is built. */
  readonly gone: readonly SlotRange[] | undefined;
  /** Those that are put into the graph, in the order of their slots. */
  readonly added: readonly StoredDocument[];
}

/** A graph is built anew where it would have more waypoints than this share of its vectors. */
const MOST_GONE = 0.5;

/**
 * Gives each document its place.
 * @param former the manifest of the graph that is built upon, where there is one
 */
export function planSlots(
  documents: readonly DocumentRecord[],
  former: Pick<IndexManifest, 'documents' | 'slots'> | undefined,
): SlotPlan {
  if (former === undefined) return planAnew(documents);
  const before = new Map(former.documents.map((document) => [document.sha256, document]));
  const now = new Set(documents.map(({ sha256 }) => sha256));
  let next = former.slots;
  const placed = documents.map((document): StoredDocument => {
    const slot = before.get(document.sha256)?.slot;
    if (slot !== undefined) return { ...document, slot };
    next += document.entries;
    return { ...document, slot: next - document.entries };
  });
  const living = documents.reduce((sum, { entries }) => sum + entries, 0);
  if (next - living > living * MOST_GONE) return planAnew(documents);
  return {
    documents: placed,
    gone: former.documents
      .filter(({ sha256 }) => !now.has(sha256))
      .map(({ slot, entries }) => ({ first: slot, count: entries })),
    added: placed.filter(({ sha256 }) => !before.has(sha256)),
  };
}

function planAnew(documents: readonly DocumentRecord[]): SlotPlan {
  let next = 0;
  const placed = documents.map((document): StoredDocument => {
    next += document.entries;
    return { ...document, slot: next - document.entries };
  });
  return { documents: placed, gone: undefined, added: placed };
}

/** How many places a graph has: those of its documents, and those of what is gone from it. */
export function slotsOf({ documents, gone }: SlotPlan, former: number): number {
  const end = Math.max(0, ...documents.map(({ slot, entries }) => slot + entries));
  return gone === undefined ? end : Math.max(former, end);
}
