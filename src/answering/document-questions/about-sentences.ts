import { stem, terms, words } from '../../language/tokenize.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import { centralityOf } from '../quoting/centrality.js';
import { wordCount, wordingOf, type PlacedSentence } from '../quoting/sentence.js';
import { WHOLE_DOCUMENT } from '../settings.js';
import { openingOf, sentencesIn, speaksForItself } from './document-sentences.js';

/**
 * What stands for a text, of all its paragraphs: the sentence of its opening that says most of its
 * title, and one of each part, those nearest to the middle of the text first while there is room; in
 * the order of the text.
 */
export function aboutSentences(
  paragraphs: readonly IndexedParagraph[],
  maxWords: number,
): PlacedSentence[] {
  const opening = titleSentence(paragraphs);
  const centrality = centralityOf(sentencesIn(paragraphs));
  const chosen = opening === undefined ? [] : [opening];
  let count = chosen.reduce((sum, sentence) => sum + wordCount(sentence), 0);
  const sections = sectionsOf(paragraphs);
  const candidates =
    sections.length > 1
      ? sections.flatMap((part) => firstTelling(part) ?? [])
      : partsOf(paragraphs).flatMap((part) => mostCentral(part, centrality) ?? []);
  for (const sentence of candidates.toSorted((a, b) => centrality(b) - centrality(a))) {
    const length = wordCount(sentence);
    if (isSame(sentence, opening) || (chosen.length > 0 && count + length > maxWords)) continue;
    chosen.push(sentence);
    count += length;
  }
  return chosen.sort((a, b) => a.paragraph.number - b.paragraph.number || a.place - b.place);
}

function titleSentence(paragraphs: readonly IndexedParagraph[]): PlacedSentence | undefined {
  const titled = new Set(terms(paragraphs[0]?.document.title ?? ''));
  const held = (sentence: PlacedSentence): number => {
    const said = new Set(words(wordingOf(sentence)).map(stem));
    return [...titled].filter((term) => said.has(term)).length;
  };
  return openingOf(paragraphs)
    .filter(
      (sentence) =>
        speaksForItself(sentence) && wordCount(sentence) <= WHOLE_DOCUMENT.maxOpeningWords,
    )
    .map((sentence) => ({ sentence, held: held(sentence) }))
    .sort((a, b) => b.held - a.held)[0]?.sentence;
}

/** Paragraphs by the outermost headings of which there are several; those under none left out. */
function sectionsOf(paragraphs: readonly IndexedParagraph[]): IndexedParagraph[][] {
  const deepest = Math.max(0, ...paragraphs.map(({ paragraph }) => paragraph.section.length));
  for (let depth = 1; depth <= deepest; depth++) {
    const sections = new Map<string, IndexedParagraph[]>();
    for (const each of paragraphs) {
      if (each.paragraph.section.length < depth) continue;
      const key = each.paragraph.section.slice(0, depth).join('\n');
      sections.set(key, [...(sections.get(key) ?? []), each]);
    }
    if (sections.size > 1) return [...sections.values()];
  }
  return [];
}

/** A text without headings, in parts of like length. */
function partsOf(paragraphs: readonly IndexedParagraph[]): IndexedParagraph[][] {
  const size = Math.ceil(paragraphs.length / WHOLE_DOCUMENT.parts);
  return Array.from({ length: WHOLE_DOCUMENT.parts }, (_, i) =>
    paragraphs.slice(i * size, (i + 1) * size),
  );
}

function firstTelling(paragraphs: readonly IndexedParagraph[]): PlacedSentence | undefined {
  const telling = sentencesIn(paragraphs.slice(0, WHOLE_DOCUMENT.partParagraphs)).filter(
    (sentence) => speaksForItself(sentence),
  );
  return telling.find(isShort) ?? telling[0];
}

function mostCentral(
  paragraphs: readonly IndexedParagraph[],
  centrality: (sentence: PlacedSentence) => number,
): PlacedSentence | undefined {
  const telling = sentencesIn(paragraphs).filter((sentence) => speaksForItself(sentence));
  const short = telling.filter(isShort);
  return (short.length > 0 ? short : telling).toSorted((a, b) => centrality(b) - centrality(a))[0];
}

function isShort(sentence: PlacedSentence): boolean {
  return wordCount(sentence) <= WHOLE_DOCUMENT.maxSentenceWords;
}

function isSame(a: PlacedSentence, b: PlacedSentence | undefined): boolean {
  return a.paragraph === b?.paragraph && a.place === b.place;
}
