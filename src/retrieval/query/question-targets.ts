import { terms } from '../../language/tokenize.js';
import type { Document } from '../../types.js';
import type { IndexedParagraph } from '../search/search-index.js';
import { namedDocuments, withoutDocumentNames } from './named-documents.js';
import { quotedPhrases } from './quoted-phrases.js';
import { countedParagraphs, paragraphsAt } from './referenced-paragraphs.js';
import { referencesIn, withoutReferences, type Reference } from './references.js';
import { retrievalRules } from './retrieval-rules.js';

const WHOLE_SECTION: ReadonlySet<string> = new Set(
  retrievalRules('references').flatMap(({ wholeSection }) => terms(wholeSection.join(' '))),
);

/** What a question asks for by number or word for word. */
export interface QuestionTargets {
  /** Places that it names by their numbers, whether or not the texts have them. */
  readonly references: readonly Reference[];
  readonly named: ReadonlySet<IndexedParagraph>;
  readonly inNamedSection: ReadonlySet<IndexedParagraph>;
  /** Named by the earlier questions that this one leans on. */
  readonly leantOn: ReadonlySet<IndexedParagraph>;
  /** Phrases in quotes, in the form in which texts are searched. */
  readonly phrases: readonly string[];
}

export interface TargetOptions {
  /** Questions that this one leans on. */
  readonly earlier: readonly string[];
  /** The documents to look in. */
  readonly searched: readonly Document[];
  /** Of the whole index. */
  readonly paragraphs: readonly IndexedParagraph[];
}

export function questionTargets(
  question: string,
  { earlier, searched, paragraphs }: TargetOptions,
): QuestionTargets {
  const standingAt = (wanted: readonly Reference[], asking: string): Set<IndexedParagraph> => {
    if (wanted.length === 0) return new Set();
    const within = namedDocuments(asking, searched);
    const looked = paragraphs.filter(
      ({ document }) =>
        searched.includes(document) && (within.length === 0 || within.includes(document.id)),
    );
    const standing = paragraphsAt(looked, wanted);
    return new Set(standing.length > 0 ? standing : countedParagraphs(looked, wanted));
  };
  const references = referencesIn(question);
  const toSection = references.filter(({ kind }) => kind === 'section');
  const toParagraph = references.filter(({ kind }) => kind === 'paragraph');
  const wantsAll =
    toSection.length > 0 && toParagraph.length === 0 && asksNothingElse(question, searched);
  return {
    references,
    named: standingAt(wantsAll ? toSection : toParagraph, question),
    inNamedSection: standingAt(toSection, question),
    leantOn: standingAt(earlier.flatMap(referencesIn), earlier.join(' ')),
    phrases: quotedPhrases(question),
  };
}

/**
 * Whether the question names a place in the texts by its number, and whether there is such a place.
 */
export function referenceOutcome({
  references,
  named,
  inNamedSection,
}: QuestionTargets): 'none' | 'found' | 'unknown' {
  if (references.length === 0) return 'none';
  return named.size + inNamedSection.size > 0 ? 'found' : 'unknown';
}

/** Of a section that it names, a question such as "What does section 2 contain?" wants all. */
function asksNothingElse(question: string, documents: readonly Document[]): boolean {
  return terms(withoutDocumentNames(withoutReferences(question), documents)).every((term) =>
    WHOLE_SECTION.has(term),
  );
}
