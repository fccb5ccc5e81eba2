import { stem, words } from '../../language/tokenize.js';
import type { NumberedSentence } from '../numbered-evidence.js';

/** Stemming is the dearest part of a check, and the same sentences are cited again and again. */
const CACHE = new WeakMap<NumberedSentence, ReadonlySet<string>>();

/** Stems of every word of a sentence, stop words too. */
export function sentenceStems(sentence: NumberedSentence): ReadonlySet<string> {
  const { paragraph, span } = sentence;
  const known =
    CACHE.get(sentence) ??
    new Set(words(paragraph.document.text.slice(span.start, span.end)).map(stem));
  CACHE.set(sentence, known);
  return known;
}
