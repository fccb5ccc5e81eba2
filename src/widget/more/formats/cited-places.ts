import type { Citation } from '../../../protocol.js';
import type { FinishedTurn } from '../../conversation/turn.js';

/** A paragraph that a conversation cites, once however often it is cited. */
export interface CitedPlace {
  /** Of letters, digits and hyphens where the text's id is: `dushanbe-2021-p22`. */
  readonly key: string;
  readonly citation: Citation;
}

export function citedPlaces(turns: readonly FinishedTurn[]): readonly CitedPlace[] {
  const places = new Map<string, Citation>();
  for (const { reply } of turns) {
    for (const citation of reply.citations) {
      if (!places.has(citation.url)) places.set(citation.url, citation);
    }
  }
  return [...places.values()].map((citation) => ({
    key: `${citation.documentId}-${anchorOf(citation)}`.replace(/[^\p{L}\p{N}.-]+/gu, '-'),
    citation,
  }));
}

function anchorOf({ url, paragraph }: Citation): string {
  return url.split('#')[1] ?? paragraph;
}
