import type { DocumentTerms } from '../../documents/document-terms.js';
import { Bm25Builder } from '../../ranking/bm25.js';
import type { LocalIndexParts } from './local-index.js';

/** Collects the terms and words of documents, in the order of the index. */
export class LexicalParts {
  readonly #terms = new Bm25Builder();
  readonly #wording = new Set<string>();
  readonly #wordCounts = new Map<string, number>();

  add({
    terms,
    wording,
    lengths,
    offsets,
    ids,
    frequencies,
    words,
    wordCounts,
  }: DocumentTerms): void {
    const known = Uint32Array.from(terms, (term) => this.#terms.idOf(term));
    for (const term of terms.slice(0, wording)) this.#wording.add(term);
    lengths.forEach((length, paragraph) => {
      const [from, to] = [offsets[paragraph], offsets[paragraph + 1]];
      this.#terms.add({
        ids: ids.subarray(from, to).map((id) => known[id] ?? 0),
        frequencies: frequencies.subarray(from, to),
        length,
      });
    });
    words.forEach((word, i) => {
      this.#wordCounts.set(word, (this.#wordCounts.get(word) ?? 0) + (wordCounts[i] ?? 0));
    });
  }

  build(): Pick<LocalIndexParts, 'paragraphTerms' | 'wording' | 'wordCounts'> {
    return {
      paragraphTerms: this.#terms.build(),
      wording: this.#wording,
      wordCounts: this.#wordCounts,
    };
  }
}
