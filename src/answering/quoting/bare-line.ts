import { showPlain } from '../../documents/show-plain.js';
import { QUOTING } from '../settings.js';
import { wordingOf, type PlacedSentence } from './sentence.js';
import { withoutEnd } from '../../language/end-of.js';

/** A word that begins with a small letter, after a bracket or a quotation mark. */
const SMALL = /^\P{L}*\p{Ll}/u;
const CLOSES = /["'”’»)\]*_]/u;
const ENDS_AS_SENTENCE = /[\p{Po}\p{Pd}]$/u;

/**
 * Whether a sentence says nothing by itself: a line that ends as no sentence does and begins with a
 * capital ("Global Partners for the Future"), or a paragraph of hardly more than names and numbers
 * ("Moscow, 9 May 2001."). What bears a printed number is wording, whatever its marks.
 */
export function isBareLine(sentence: PlacedSentence): boolean {
  const { start, bodyStart } = sentence.paragraph.paragraph;
  const text = showPlain(wordingOf(sentence));
  const words = text.split(' ');
  if (words.length > QUOTING.maxBareWords) return false;
  const isOpen = !endsAsSentence(text) && !SMALL.test(text);
  if (isOpen && bodyStart === start) return true;
  const isAlone = sentence.paragraph.sentences.length === 1;
  return isAlone && /\p{N}/u.test(text) && words.filter((word) => SMALL.test(word)).length <= 1;
}

function endsAsSentence(text: string): boolean {
  // Some that close a sentence end one as well: the asterisk of a note.
  return ENDS_AS_SENTENCE.test(text) || ENDS_AS_SENTENCE.test(withoutEnd(text, CLOSES));
}
