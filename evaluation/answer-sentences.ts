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
 * A sentence is cited where it carries a marker, or stands whole in a quote: a false break within a
 * quotation.
 */
export function isCited(
  sentence: AnswerSentence,
  citations: readonly { readonly quote: string }[],
): boolean {
  return (
    sentence.numbers.length > 0 ||
    citations.some(({ quote }) => holds(quote, sentence.text.replace(/[.!?]$/u, '')))
  );
}
