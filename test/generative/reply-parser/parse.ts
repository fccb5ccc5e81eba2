import {
  CitationParser,
  type StatedSentence,
} from '../../../src/generative/reply-parser/citation-parser.js';

/** What comes out of a reply that arrives in these pieces. */
export function parsePieces(pieces: readonly string[], highestNumber = 9): StatedSentence[] {
  const parser = new CitationParser(highestNumber);
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
}

export function parse(reply: string, highestNumber = 9): StatedSentence[] {
  return parsePieces([reply], highestNumber);
}

/**
 * Sentences as `text [1,2]`, unknown markers as `?` each, separators other than a blank in front.
 */
export function shown(sentences: readonly StatedSentence[]): string[] {
  return sentences.map(({ text, numbers, unknown }) =>
    `${text} ${numbers.join(',')}${'?'.repeat(unknown)}`.trim(),
  );
}
