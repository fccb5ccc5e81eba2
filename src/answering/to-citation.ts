import type { Citation, ScoredPassage } from '../protocol.js';
import type { Evidence } from '../retrieval/search/evidence.js';
import type { IndexedParagraph } from '../retrieval/search/search-index.js';
import { paragraphUrl } from '../documents/paragraph-address.js';
import { spanOf, type Excerpt } from './quoting/excerpt.js';

/** Scores on the wire are rounded: more digits would differ between machines and say nothing. */
const SCORE_DIGITS = 4;

/** What passages and citations both say of a paragraph. */
function describeParagraph({
  document,
  paragraph,
}: IndexedParagraph): Omit<ScoredPassage, 'score' | 'url'> {
  return {
    documentId: document.id,
    documentTitle: document.title,
    paragraph: paragraph.label,
    section: paragraph.section,
    text: paragraph.text,
  };
}

function urlOf({ document, paragraph }: IndexedParagraph): string {
  return paragraphUrl({ documentId: document.id, label: paragraph.label });
}

export function toPassage({ paragraph, score }: Evidence): ScoredPassage {
  return {
    ...describeParagraph(paragraph),
    score: Number(score.toFixed(SCORE_DIGITS)),
    url: urlOf(paragraph),
  };
}

/** The quote is sliced from the source: no other text can become one. */
export function toCitation(excerpt: Excerpt, number: number): Citation {
  const { paragraph } = excerpt;
  const { start, end } = spanOf(excerpt);
  return {
    number,
    ...describeParagraph(paragraph),
    quote: paragraph.document.text.slice(start, end),
    start,
    end,
    url: urlOf(paragraph),
  };
}
