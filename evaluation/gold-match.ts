/** A passage shorter than this may stand in a gold quote by chance. */
const MIN_PART_LENGTH = 40;

/**
 * The form in which quotes are compared: emphasis, case and the variants of quotes, dashes and
 * blanks do not count.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[“”«»]/gu, '"')
    .replace(/[‐‑‒–—]/gu, '-')
    .replace(/[*_`]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

export function holds(text: string, words: string): boolean {
  return plain(text).includes(plain(words));
}

/** A passage with its {@link plain} form, for those that are compared with many quotes. */
export interface ComparablePassage {
  readonly text: string;
  readonly plain: string;
}

export function comparable(text: string): ComparablePassage {
  return { text, plain: plain(text) };
}

/** Whether a passage is right: it holds the quote, or is a part of it of some length. */
export function bearsQuote(passage: ComparablePassage, quote: string): boolean {
  const wanted = plain(quote);
  return (
    passage.plain.includes(wanted) ||
    (passage.text.length > MIN_PART_LENGTH && wanted.includes(passage.plain))
  );
}

/**
 * Whether a citation is right: its paragraph holds the quote, or the words that it quotes and the
 * gold ones overlap whole.
 */
export function citesQuote(
  citation: { readonly text: string; readonly quote: string },
  quote: string,
): boolean {
  return (
    holds(citation.text, quote) || holds(quote, citation.quote) || holds(citation.quote, quote)
  );
}
