import { SENTENCE_WEIGHTS } from '../settings.js';
import type { Probe } from './probe.js';
import type { IndexedParagraph, SearchIndex } from './search-index.js';
import { bestSimilarity, lexicalScores } from './signals.js';

/**
 * How well each sentence of a paragraph bears on a probe, in order, 0 to about 1: BM25 over its
 * ideal and cosine, weighted.
 */
export function sentenceScores(
  index: SearchIndex,
  probe: Probe,
  paragraph: IndexedParagraph,
): number[] {
  const { firstSentence, sentences, entries } = paragraph;
  const lexical = lexicalScores(index.sentenceTerms, probe, {
    from: firstSentence,
    to: firstSentence + sentences.length,
  });
  return sentences.map((_, i) => {
    const entry = entries.sentence[i];
    const similarity = entry === undefined ? 0 : bestSimilarity(index, probe, [entry]);
    return (
      SENTENCE_WEIGHTS.lexical * (lexical.get(firstSentence + i) ?? 0) +
      SENTENCE_WEIGHTS.similarity * similarity
    );
  });
}
