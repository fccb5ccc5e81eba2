import { showPlain } from '../../documents/show-plain.js';
import type { LeaningRules } from '../../language/rules/answer-question-rules.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import type { Paragraph } from '../../types.js';
import { ANSWER_RULES } from '../answer-rules.js';
import { QUOTING } from '../settings.js';

/**
 * Whom the "they" at the beginning of a paragraph means: the subject of the nearest paragraph
 * before, in the same section, that names one. Undefined where the paragraph does not open so, or
 * where none is plain.
 */
export function antecedentOf({
  document,
  paragraph,
}: Pick<IndexedParagraph, 'document' | 'paragraph'>): string | undefined {
  const rules = rulesFor(openingOf(paragraph));
  if (rules === undefined) return undefined;
  const at = document.paragraphs.indexOf(paragraph);
  for (const before of document.paragraphs
    .slice(Math.max(0, at - QUOTING.maxParagraphsBack), at)
    .reverse()) {
    if (before.section.join('\n') !== paragraph.section.join('\n')) return undefined;
    const opening = openingOf(before);
    if (rules.pronounOpening.test(opening)) continue;
    const subject = rules.subject.exec(opening)?.[0];
    return subject !== undefined && rules.plural.test(subject)
      ? rules.inMidSentence(subject)
      : undefined;
  }
  return undefined;
}

/**
 * `sentence` with who is meant put after its "they", in the square brackets that quotations use for
 * it.
 */
export function withAntecedent(sentence: string, antecedent: string): string {
  const pronoun = rulesFor(sentence)?.pronounOpening.exec(sentence)?.[0];
  return pronoun === undefined
    ? sentence
    : `${pronoun} [${antecedent}]${sentence.slice(pronoun.length)}`;
}

/** Those of the language in which a text opens with a pronoun for many. */
function rulesFor(opening: string): LeaningRules | undefined {
  return ANSWER_RULES.map(({ leaning }) => leaning).find(({ pronounOpening }) =>
    pronounOpening.test(opening),
  );
}

/** The first words of a paragraph, without its printed number. */
function openingOf({ text, start, bodyStart }: Paragraph): string {
  return showPlain(text.slice(bodyStart - start).slice(0, QUOTING.openingCharacters));
}
