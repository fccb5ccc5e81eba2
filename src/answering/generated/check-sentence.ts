import type { Probe } from '../../retrieval/evidence.js';
import type { SearchIndex } from '../../retrieval/search-index.js';
import { terms } from '../../text/tokenize.js';
import type { NumberedSentence } from './numbered-evidence.js';

/** Why a stated sentence does not leave the server. */
export type Unsupported = 'uncited' | 'number' | 'date' | 'name' | 'negation' | 'quote' | 'words' | 'meaning';

export type Verdict =
  /** `by`: those of the cited sentences that bear it out, in their order, at least one. */
  | { readonly supported: true; readonly by: readonly NumberedSentence[] }
  | { readonly supported: false; readonly reason: Unsupported };

/** What a model has stated, and what it says bears it out. */
export interface Claim {
  /** The stated sentence, from `prepareProbe`. */
  readonly stated: Probe;
  readonly cited: readonly NumberedSentence[];
  /** The visitor's question: its words may be used. */
  readonly question: string;
}

/** Whether the cited sentences bear a stated sentence out. */
export function checkSentence(index: Pick<SearchIndex, 'paragraphTerms' | 'vectors'>, { stated, cited }: Claim): Verdict {
  if (cited.length === 0) return { supported: false, reason: 'uncited' };
  const held = new Set(cited.flatMap(({ paragraph, span }) => terms(paragraph.document.text.slice(span.start, span.end))));
  const found = stated.terms.filter((term) => held.has(term)).length;
  return index.vectors.dimensions > 0 && found >= stated.terms.length / 2 ? { supported: true, by: cited } : { supported: false, reason: 'words' };
}
