import type { IndexedParagraph } from '../../ports/search-index.js';
import { isBareLine } from '../quoting/bare-line.js';
import { announcerOf } from '../quoting/enumeration.js';
import { leansOn } from '../quoting/leaning-sentence.js';
import { wordCount, wordingOf, type PlacedSentence } from '../quoting/sentence.js';
import { WHOLE_DOCUMENT } from '../settings.js';

/** What announces something else ends so. */
const ANNOUNCES = /[:–—][*\s]*$/u;
/** What goes on with a sentence begun before opens so. */
const GOES_ON = /^\P{L}*\p{Ll}/u;

export function sentencesIn(paragraphs: readonly IndexedParagraph[]): PlacedSentence[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map((_, place): PlacedSentence => ({ paragraph, place })),
  );
}

/** The sentences of the first paragraphs of a text, which say what it is. */
export function openingOf(paragraphs: readonly IndexedParagraph[]): PlacedSentence[] {
  return sentencesIn(paragraphs.slice(0, WHOLE_DOCUMENT.openingParagraphs));
}

/** Those of the last ones, which say where and when it was made. */
export function closingOf(paragraphs: readonly IndexedParagraph[]): PlacedSentence[] {
  return sentencesIn(paragraphs.slice(-WHOLE_DOCUMENT.closingParagraphs));
}

/** Whether a sentence says something of the text when it is read alone. */
export function speaksForItself(sentence: PlacedSentence): boolean {
  return (
    wordCount(sentence) >= WHOLE_DOCUMENT.minSentenceWords &&
    !isBareLine(sentence) &&
    !ANNOUNCES.test(wordingOf(sentence)) &&
    !GOES_ON.test(wordingOf(sentence)) &&
    leansOn(sentence) === undefined &&
    announcerOf(sentence.paragraph) === undefined
  );
}
