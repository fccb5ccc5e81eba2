import { anyOf } from '../../language/any-of.js';
import { ANSWER_RULES } from '../answer-rules.js';
import { wordingOf, type PlacedSentence } from './sentence.js';

const OPENING = anyOf(ANSWER_RULES.map(({ leaning }) => leaning.sentenceOpening));

/**
 * The sentence before, in its paragraph, where one cannot be understood without it ("They do so
 * with nets"); undefined for most.
 */
export function leansOn(sentence: PlacedSentence): PlacedSentence | undefined {
  const { paragraph, place } = sentence;
  return place > 0 && opensLeaning(wordingOf(sentence))
    ? { paragraph, place: place - 1 }
    : undefined;
}

/** Whether a sentence opens with what points back to the one before. */
export function opensLeaning(sentence: string): boolean {
  return OPENING.test(sentence);
}
