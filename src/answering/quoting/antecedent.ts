import { showPlain } from '../../documents/show-plain.js';
import type { IndexedParagraph } from '../../retrieval/search/search-index.js';

/**
 * "They note …", "In this context, they emphasize …": who they are stands in a paragraph before.
 */
const LEANING_OPENING = /^(?:(?:In|To|For|At|On) [^,.]{1,40}, )?they\b/iu;
/**
 * The words with capitals that a sentence opens with, where they are its subject: "The Member
 * States note …".
 */
const SUBJECT =
  /^(?:The )?\p{Lu}[\p{L}-]*(?: (?:(?:of|and|the|for) )*\p{Lu}[\p{L}-]*)*(?= \p{Ll})/u;
/** They are many: "Member States", "Heads of State". */
const PLURAL = /(?:s|\p{L}s of .+)$/u;
/** A pronoun reaches no further back. */
const MAX_PARAGRAPHS_BACK = 3;

/**
 * Whom the "they" at the beginning of a paragraph means: the subject of the nearest paragraph
 * before, in the same section, that names one. Undefined where the paragraph does not open so, or
 * where none is plain.
 */
export function antecedentOf({
  document,
  paragraph,
}: Pick<IndexedParagraph, 'document' | 'paragraph'>): string | undefined {
  const at = document.paragraphs.indexOf(paragraph);
  if (
    !LEANING_OPENING.test(openingOf(paragraph.text.slice(paragraph.bodyStart - paragraph.start)))
  ) {
    return undefined;
  }
  for (const before of document.paragraphs
    .slice(Math.max(0, at - MAX_PARAGRAPHS_BACK), at)
    .reverse()) {
    if (before.section.join('\n') !== paragraph.section.join('\n')) return undefined;
    const opening = openingOf(before.text.slice(before.bodyStart - before.start));
    if (LEANING_OPENING.test(opening)) continue;
    const subject = SUBJECT.exec(opening)?.[0];
    return subject !== undefined && PLURAL.test(subject)
      ? subject.replace(/^The /u, 'the ')
      : undefined;
  }
  return undefined;
}

/**
 * `sentence` with who is meant put after its "they", in the square brackets that quotations use for
 * it.
 */
export function withAntecedent(sentence: string, antecedent: string): string {
  return sentence.replace(LEANING_OPENING, (opening) => `${opening} [${antecedent}]`);
}

function openingOf(text: string): string {
  return showPlain(text.slice(0, 300));
}
