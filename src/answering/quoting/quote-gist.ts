import type { IndexedParagraph } from '../../ports/search-index.js';
import { sentencesIn, speaksForItself } from '../document-questions/document-sentences.js';
import { QUOTING } from '../settings.js';
import { centralityOf } from './centrality.js';
import type { PickedExcerpts } from './pick-excerpts.js';
import { Selection } from './selection.js';
import type { PlacedSentence } from './sentence.js';

/**
 * The most telling sentence of each paragraph, or of each section where the paragraphs are too many,
 * in the order of the text; where there are still too many, those that tell most of the whole.
 */
export function quoteGist(paragraphs: readonly IndexedParagraph[]): PickedExcerpts {
  const ofWhole = centralityOf(sentencesIn(paragraphs));
  const isFew = paragraphs.length <= QUOTING.maxGistSentences;
  const groups = isFew ? paragraphs.map((paragraph) => [paragraph]) : sectionsOf(paragraphs);
  const telling = groups
    .flatMap((group) => mostTelling(group) ?? [])
    .sort((a, b) => ofWhole(b) - ofWhole(a))
    .slice(0, QUOTING.maxGistSentences)
    .sort((a, b) => a.paragraph.number - b.paragraph.number);
  const selection = new Selection();
  for (const sentence of telling) {
    selection.add(sentence, { maxWords: Infinity, because: 'gist' });
  }
  return {
    excerpts: selection.excerpts(telling.map(({ paragraph }) => paragraph)),
    candidates: [],
    chosen: selection.chosen,
  };
}

/** By all headings above them; paragraphs one by one where they have none but one in common. */
function sectionsOf(paragraphs: readonly IndexedParagraph[]): IndexedParagraph[][] {
  const sections = new Map<string, IndexedParagraph[]>();
  for (const each of paragraphs) {
    const key = [each.document.id, ...each.paragraph.section].join('\n');
    sections.set(key, [...(sections.get(key) ?? []), each]);
  }
  return sections.size > 1 ? [...sections.values()] : paragraphs.map((paragraph) => [paragraph]);
}

/** Rather one that is understood alone. */
function mostTelling(paragraphs: readonly IndexedParagraph[]): PlacedSentence | undefined {
  const sentences = sentencesIn(paragraphs);
  const alone = sentences.filter((sentence) => speaksForItself(sentence));
  const centrality = centralityOf(sentences);
  return (alone.length > 0 ? alone : sentences).toSorted(
    (a, b) => centrality(b) - centrality(a),
  )[0];
}
