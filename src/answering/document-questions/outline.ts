import { filled, placePhrasesIn } from '../../language/place-phrases.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import type { Excerpt } from '../quoting/excerpt.js';
import { WHOLE_DOCUMENT } from '../settings.js';

/**
 * The parts of a text by their headings, each with how it begins: the outermost headings of which
 * there are several. None where there are no headings, or too many to be read.
 */
export function partsOf(text: readonly IndexedParagraph[]): Excerpt[] {
  const paragraphs = wordingOf(text);
  const deepest = Math.max(0, ...paragraphs.map(({ paragraph }) => paragraph.section.length));
  for (let depth = 1; depth <= deepest; depth++) {
    const firsts = new Map<string, IndexedParagraph>();
    for (const each of paragraphs) {
      const { section } = each.paragraph;
      const key = section.slice(0, depth).join('\n');
      if (section.length >= depth && !firsts.has(key)) firsts.set(key, each);
    }
    if (firsts.size < 2) continue;
    return [...firsts.values()].slice(0, WHOLE_DOCUMENT.maxParts).map((paragraph) => ({
      ...beginningOf(paragraph),
      saidAs: paragraph.paragraph.section[depth - 1] ?? '',
    }));
  }
  return [];
}

/** How many paragraphs and words a text has, with how its last paragraph begins. */
export function lengthOf(text: readonly IndexedParagraph[], language: string): Excerpt[] {
  const paragraphs = wordingOf(text);
  const last = paragraphs.at(-1);
  if (last === undefined) return [];
  const counts = {
    paragraphs: String(paragraphs.length),
    words: String(roundedWords(paragraphs)),
    last: last.paragraph.label,
  };
  return [{ ...beginningOf(last), saidAs: filled(placePhrasesIn(language).length, counts) }];
}

/** Notes and lists of contents left out. */
function wordingOf(text: readonly IndexedParagraph[]): IndexedParagraph[] {
  return text.filter(({ paragraph }) => paragraph.aside === undefined);
}

function beginningOf(paragraph: IndexedParagraph): Excerpt {
  return { paragraph, sentences: paragraph.sentences.slice(0, 1) };
}

/** To tens: what a word is, is a matter of taste. */
function roundedWords(paragraphs: readonly IndexedParagraph[]): number {
  const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
  const count = paragraphs.reduce(
    (sum, { paragraph }) =>
      sum + [...segmenter.segment(paragraph.text)].filter(({ isWordLike }) => isWordLike).length,
    0,
  );
  return count < 100 ? count : Math.round(count / 10) * 10;
}
