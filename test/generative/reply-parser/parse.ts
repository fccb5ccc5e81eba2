import {
  CitationParser,
  type StatedSentence,
} from '../../../src/generative/reply-parser/citation-parser.js';
import type { ShownNumbers } from '../../../src/generative/reply-parser/prompt-numbers.js';

/** What comes out of a reply that arrives in these pieces. */
export function parsePieces(
  pieces: readonly string[],
  { highestNumber = 9, readsBare = false }: Partial<ShownNumbers> = {},
): StatedSentence[] {
  const parser = new CitationParser({ highestNumber, readsBare });
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
}

export function parse(reply: string, numbers: Partial<ShownNumbers> = {}): StatedSentence[] {
  return parsePieces([reply], numbers);
}

/**
 * Sentences as `text [1,2]`, unknown markers as `?` each, separators other than a blank in front.
 */
export function shown(sentences: readonly StatedSentence[]): string[] {
  return sentences.map(({ text, numbers, unknown }) =>
    `${text} ${numbers.join(',')}${'?'.repeat(unknown)}`.trim(),
  );
}
