import { terms } from '../../language/tokenize.js';
import type { Document } from '../../types.js';
import type { Evidence } from '../search/evidence.js';
import { holdsPhrase, quotedPhrases } from './quoted-phrases.js';
import { namedDocuments, withoutDocumentNames } from './named-documents.js';
import { paragraphsAt, referencesIn, withoutReferences, type Reference } from './references.js';
import type { IndexedParagraph } from '../search/search-index.js';

/**
 * Score of a paragraph that the question names by its number: above all that words can earn, and
 * the same for all of an article.
 */
const NAMED_PARAGRAPH_SCORE = 2;
/**
 * Added to what stands in a section that the question names by its number: within it, words decide.
 */
const NAMED_SECTION_BONUS = 1;
/**
 * Added where the paragraph holds a phrase that the question has in quotes, or is one that the
 * question leans on.
 */
const PHRASE_BONUS = 0.3;
const LEANT_ON_BONUS = 0.3;
/** What a document gains when the question names it alone. */
const NAMED_DOCUMENT_BONUS = 0.05;

/** Index terms of what one says of a section that one wants to read whole. */
const ALL_OF_IT: ReadonlySet<string> = new Set([
  'summari',
  'summaris',
  'content',
  'contain',
  'cover',
  'deal',
  'read',
  'show',
  'text',
  'declar',
  'treati',
  'charter',
]);

/** What a question asks for by number or word for word; the sets hold numbers of paragraphs. */
export interface Asked {
  readonly named: ReadonlySet<number>;
  readonly inNamedSection: ReadonlySet<number>;
  /** Named by the earlier questions that this one leans on. */
  readonly leantOn: ReadonlySet<number>;
  readonly phrases: readonly string[];
}

export interface AskedOptions {
  readonly question: string;
  /** Those of the question. */
  readonly references: readonly Reference[];
  /** Questions that it leans on. */
  readonly earlier: readonly string[];
  readonly searched: readonly Document[];
}

export function askedFor(
  paragraphs: readonly IndexedParagraph[],
  { question, references, earlier, searched }: AskedOptions,
): Asked {
  const numbersIn = (wanted: readonly Reference[], asking: string): Set<number> => {
    if (wanted.length === 0) return new Set();
    const within = namedDocuments(asking, searched);
    const looked = paragraphs.filter(
      ({ document }) =>
        searched.includes(document) && (within.length === 0 || within.includes(document.id)),
    );
    const standing = paragraphsAt(looked, wanted);
    // A text without printed numbers is counted through.
    const counted =
      standing.length > 0
        ? standing
        : looked.filter(({ paragraph: { label } }) =>
            wanted.some(
              ({ kind, label: number }) => kind === 'paragraph' && label === `p${number}`,
            ),
          );
    return new Set(counted.map(({ number }) => number));
  };
  const paragraph = references.filter(({ kind }) => kind === 'paragraph');
  const section = references.filter(({ kind }) => kind === 'section');
  const wantsAll =
    section.length > 0 &&
    paragraph.length === 0 &&
    terms(withoutDocumentNames(withoutReferences(question), searched)).every((term) =>
      ALL_OF_IT.has(term),
    );
  return {
    named: numbersIn(wantsAll ? section : paragraph, question),
    inNamedSection: numbersIn(section, question),
    leantOn: numbersIn(earlier.flatMap(referencesIn), earlier.join(' ')),
    phrases: quotedPhrases(question),
  };
}

/**
 * The fused score of a paragraph with what it gains by being asked for. `preferred` is the id of
 * the one document that the question names.
 */
export function adjustedScore(
  { paragraph, score }: Evidence,
  { named, inNamedSection, leantOn, phrases }: Asked,
  preferred: string | undefined,
): number {
  const preference = preferred === paragraph.document.id ? NAMED_DOCUMENT_BONUS : 0;
  if (named.has(paragraph.number)) return NAMED_PARAGRAPH_SCORE + preference;
  const bySection = inNamedSection.has(paragraph.number) ? NAMED_SECTION_BONUS : 0;
  const byContext = leantOn.has(paragraph.number) ? LEANT_ON_BONUS : 0;
  return (
    score +
    preference +
    bySection +
    byContext +
    (phrases.some((phrase) => holdsPhrase(paragraph, phrase)) ? PHRASE_BONUS : 0)
  );
}
