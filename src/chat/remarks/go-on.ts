import { showPlain } from '../../documents/show-plain.js';
import { isBareLine } from '../../answering/quoting/bare-line.js';
import { excerptsAt, type Excerpt } from '../../answering/quoting/excerpt.js';
import { wordCount, wordingOf, type PlacedSentence } from '../../answering/quoting/sentence.js';
import { QUOTING } from '../../answering/settings.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import type { EarlierAnswer } from './earlier-answer.js';

/** Paragraphs that an answer stands on and that are shown again: more are not read. By hand. */
const SHOWN_AGAIN = 2;

/** What was found and not yet said: the rest of what was quoted, then what came next. */
export function furtherExcerpts({ retrieval, picked, said }: EarlierAnswer): Excerpt[] {
  const best = retrieval.evidence[0]?.score ?? 0;
  const near = retrieval.evidence
    .filter(({ score }) => score >= QUOTING.minScoreShare * best)
    .map(({ paragraph }) => paragraph);
  const plain = said.map(bare);
  const isNew = (sentence: PlacedSentence): boolean => {
    const wording = bare(wordingOf(sentence));
    return !isBareLine(sentence) && !plain.some((answer) => answer.includes(wording));
  };
  const chosen: PlacedSentence[] = [];
  let count = 0;
  for (const paragraph of new Set([...paragraphsOf(picked.excerpts), ...near])) {
    for (const sentence of sentencesOf(paragraph).filter(isNew)) {
      const length = wordCount(sentence);
      if (chosen.length > 0 && count + length > QUOTING.maxWords) return toExcerpts(chosen);
      chosen.push(sentence);
      count += length;
    }
  }
  return toExcerpts(chosen);
}

/** As plain text without what stands in brackets: numbers, and whom a pronoun means. */
function bare(text: string): string {
  return showPlain(text).replace(/ ?\[[^[\]]*\]/gu, '');
}

/** The one sentence that an answer would be without the others. */
export function leadingExcerpt({ picked }: EarlierAnswer): Excerpt[] {
  const [lead] = picked.chosen;
  return lead === undefined ? picked.excerpts.slice(0, 1) : toExcerpts([lead]);
}

/** The paragraphs that an answer stands on, whole. */
export function paragraphsAgain({ picked }: EarlierAnswer): Excerpt[] {
  return toExcerpts(paragraphsOf(picked.excerpts).slice(0, SHOWN_AGAIN).flatMap(sentencesOf));
}

function paragraphsOf(excerpts: readonly Excerpt[]): IndexedParagraph[] {
  return [...new Set(excerpts.map(({ paragraph }) => paragraph))];
}

function sentencesOf(paragraph: IndexedParagraph): PlacedSentence[] {
  return paragraph.sentences.map((_, place) => ({ paragraph, place }));
}

function toExcerpts(sentences: readonly PlacedSentence[]): Excerpt[] {
  const places = new Map<IndexedParagraph, Set<number>>();
  for (const { paragraph, place } of sentences) {
    places.set(paragraph, (places.get(paragraph) ?? new Set()).add(place));
  }
  return [...places].flatMap(([paragraph, of]) => excerptsAt(paragraph, of));
}
