import type { Citation } from '../../protocol.js';
import type { IndexedParagraph, SearchIndex } from '../../ports/search-index.js';
import { shortNames } from '../../documents/short-names.js';
import { showPlain } from '../../documents/show-plain.js';
import { antecedentOf, withAntecedent } from './antecedent.js';
import { announcerOf } from './enumeration.js';
import type { Excerpt } from './excerpt.js';
import { wordingOf } from './sentence.js';
import { toCitation } from '../to-citation.js';

/**
 * A piece of an answer: the citation that its marker is the first to use, if any, and its words.
 */
export interface AnswerPiece {
  readonly citation: Citation | undefined;
  readonly text: string;
  /** Where the part of another text begins with it: what that is called, and how far in its words are. */
  readonly opens?: { readonly documentId: string; readonly name: string; readonly wordsAt: number };
}

/**
 * Excerpts become an answer: every sentence as it stands in the source, followed by the number of
 * its citation. Where they are of several texts, each text has its own part, which begins with its
 * short name. An item of a list has a line of its own, and the first one what announces it before it, in
 * square brackets, unless that is quoted itself.
 */
export function composeExtract(
  index: Pick<SearchIndex, 'documents'>,
  excerpts: readonly Excerpt[],
): AnswerPiece[] {
  const severalTexts = new Set(excerpts.map(({ paragraph }) => paragraph.document)).size > 1;
  const names = shortNames(index.documents);
  const pieces: AnswerPiece[] = [];
  excerpts.forEach((excerpt, i) => {
    const citation = toCitation(excerpt, i + 1);
    const { document } = excerpt.paragraph;
    const newText = severalTexts && document !== excerpts[i - 1]?.paragraph.document;
    const announcer = excerpt.saidAs === undefined ? announcerOf(excerpt.paragraph) : undefined;
    const announced =
      announcer !== undefined &&
      excerpts
        .slice(0, i)
        .some(({ paragraph }) => announcerOf(paragraph) === announcer || paragraph === announcer);
    sentencesOf(excerpt).forEach((sentence, place) => {
      const name = names.get(document.id) ?? '';
      const opensPart = newText && place === 0;
      const heading = opensPart ? `${name}: ` : '';
      const context =
        announcer !== undefined && !announced && place === 0
          ? `[${showPlain(lastSentenceOf(announcer))}] `
          : '';
      const ownLine = announced || excerpt.saidAs !== undefined;
      const gap = pieces.length === 0 ? '' : opensPart ? '\n\n' : ownLine ? '\n' : ' ';
      const opens = { documentId: document.id, name, wordsAt: gap.length + heading.length };
      pieces.push({
        citation: place === 0 ? citation : undefined,
        text: `${gap}${heading}${context}${sentence} [${citation.number}]`,
        ...(opensPart ? { opens } : {}),
      });
    });
  });
  return pieces;
}

function lastSentenceOf(paragraph: IndexedParagraph): string {
  return wordingOf({ paragraph, place: paragraph.sentences.length - 1 });
}

function sentencesOf({ paragraph, sentences, saidAs }: Excerpt): string[] {
  if (saidAs !== undefined) return [showPlain(saidAs)];
  const antecedent = antecedentOf(paragraph);
  return sentences.map(({ start, end }) => {
    const sentence = showPlain(paragraph.document.text.slice(start, end));
    const opensParagraph = start === paragraph.sentences[0]?.start;
    return opensParagraph && antecedent !== undefined
      ? withAntecedent(sentence, showPlain(antecedent))
      : sentence;
  });
}
