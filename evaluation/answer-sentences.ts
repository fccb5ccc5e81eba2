import { holds } from './gold-match.js';

/** A sentence of an answer without its markers, and the numbers of those. */
export interface AnswerSentence {
  readonly text: string;
  readonly numbers: readonly number[];
}

const MARKER = /\[(\d+)\]/gu;
/** Markers that stand behind the full stop belong to the sentence before it. */
const MARKERS_AFTER_STOP = /(?<stop>[.!?]["'”’)]*)(?<markers>(?:\s*\[\d+\])+)/gu;
const SENTENCE_BREAK = /(?<=[.!?]["'”’)]*)\s+(?=[\p{Lu}“"'(\d•-])|\n+/u;
/** What has no word in it states nothing. */
const HAS_WORD = /\p{L}{3}/u;

export function markerNumbers(text: string): number[] {
  return [...text.matchAll(MARKER)].map((match) => Number(match[1]));
}

export function answerSentences(answer: string): AnswerSentence[] {
  const sentences = answer.replace(MARKERS_AFTER_STOP, '$<markers>$<stop>').split(SENTENCE_BREAK);
  return sentences
    .filter((sentence) => HAS_WORD.test(sentence))
    .map((sentence) => ({
      text: sentence.replace(/\s*\[\d+\]/gu, ''),
      numbers: markerNumbers(sentence),
    }));
}

/**
 * The sentences of an answer that nothing is cited for. A sentence is cited where it carries a
 * marker, or where it stands whole in a quote of the marker that comes next: a break within a
 * quotation, be it of several sentences, of list items or behind an abbreviation. Without a marker
 * nothing is.
 */
export function uncitedSentences(
  sentences: readonly AnswerSentence[],
  citations: readonly { readonly number: number; readonly quote: string }[],
): readonly AnswerSentence[] {
  const uncited: AnswerSentence[] = [];
  let quotes: readonly string[] = [];
  for (const sentence of sentences.toReversed()) {
    if (sentence.numbers.length > 0) {
      quotes = citations
        .filter(({ number }) => sentence.numbers.includes(number))
        .map(({ quote }) => quote);
      continue;
    }
    const words = sentence.text.replace(/[.!?]$/u, '');
    // Its quotation has to go on to the marker without a break.
    quotes = quotes.filter((quote) => holds(quote, words));
    if (quotes.length === 0) uncited.unshift(sentence);
  }
  return uncited;
}
