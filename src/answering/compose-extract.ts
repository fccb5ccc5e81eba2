import type { Citation } from '../protocol.js';
import type { Excerpt } from './excerpt.js';
import { toCitation } from './wire.js';

/** A piece of an answer: the citation that its marker is the first to use, if any, and its words. */
export interface AnswerPiece {
  readonly citation: Citation | undefined;
  readonly text: string;
}

/** Excerpts become an answer: every sentence as it stands in the source, followed by the number of its citation. */
export function composeExtract(excerpts: readonly Excerpt[]): AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  excerpts.forEach((excerpt, i) => {
    const citation = toCitation(excerpt, i + 1);
    excerpt.sentences.forEach(({ start, end }, place) => {
      const sentence = showPlain(excerpt.paragraph.document.text.slice(start, end));
      const gap = pieces.length === 0 ? '' : ' ';
      pieces.push({ citation: place === 0 ? citation : undefined, text: `${gap}${sentence} [${citation.number}]` });
    });
  });
  return pieces;
}

/**
 * Source words as plain text: line breaks and emphasis marks are the file's, not the sentence's. A number in
 * brackets that is the source's own must not read as a marker: an invisible word joiner follows its bracket.
 */
export function showPlain(text: string): string {
  return text
    .replace(/\*{2,3}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/\[(\d+)\]/gu, '[\u2060$1]')
    .trim();
}
