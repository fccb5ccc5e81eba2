import type { Document, Span } from '../src/types.js';
import { bearsQuote, comparable, type ComparablePassage } from './gold-match.js';

/** What answers are held against: the texts themselves. */
export class SourceTexts {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #paragraphs: readonly ComparablePassage[];

  constructor(documents: readonly Document[]) {
    this.#texts = new Map(documents.map(({ id, text }) => [id, text]));
    this.#paragraphs = documents.flatMap(({ paragraphs }) =>
      paragraphs.map(({ text }) => comparable(text)),
    );
  }

  /** How many paragraphs bear at least one of the quotes. */
  countBearing(quotes: readonly string[]): number {
    return this.#paragraphs.filter((paragraph) =>
      quotes.some((quote) => bearsQuote(paragraph, quote)),
    ).length;
  }

  /** Whether a citation's quote is the source's own words at its offsets. */
  isVerbatim({
    documentId,
    start,
    end,
    quote,
  }: Span & { readonly documentId: string; readonly quote: string }): boolean {
    return quote !== '' && this.#texts.get(documentId)?.slice(start, end) === quote;
  }
}
