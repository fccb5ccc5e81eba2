import type { Document } from '../../types.js';
import type { IndexedParagraph } from '../search/search-index.js';
import { namedDocuments } from './named-documents.js';
import { missingPlaces, type MissingPlace } from './places/missing-place.js';
import { placesAt } from './places/places-at.js';
import { isNumbered, type Reference } from './places/reference.js';
import { referencesIn } from './places/references.js';
import { asksForMore } from './places/whole-place.js';
import { quotedPhrases } from './quoted-phrases.js';

/** What a question asks for by number or word for word. */
export interface QuestionTargets {
  /** Places that it names by their numbers, whether or not the texts have them. */
  readonly references: readonly Reference[];
  /** What stands there. */
  readonly named: ReadonlySet<IndexedParagraph>;
  /** Something is asked of what stands there; else all of it is wanted, in its order. */
  readonly ofNamed: boolean;
  /** Numbered places that no text has, one for each text; none where any place was found. */
  readonly missing: readonly MissingPlace<IndexedParagraph>[];
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

export function questionTargets(question: string, options: TargetOptions): QuestionTargets {
  const { earlier, searched } = options;
  const references = referencesIn(question);
  const named = standingAt(references, question, options);
  const ofNamed = references.length > 0 && asksForMore(question, searched);
  const isTopic = ({ words }: Reference): boolean => ofNamed && isSpokenOf(words, searched);
  const missing =
    named.size > 0
      ? []
      : references
          .filter((reference) => isNumbered(reference) && !isTopic(reference))
          .flatMap((reference) => missingPlaces(within(question, options), reference));
  return {
    references,
    named,
    ofNamed,
    missing,
    leantOn: standingAt(earlier.flatMap(referencesIn), earlier.join(' '), options),
    phrases: quotedPhrases(question),
  };
}

/** Whether the question names a place in the texts, and whether there is such a place. */
export function referenceOutcome({
  named,
  missing,
}: QuestionTargets): 'none' | 'found' | 'unknown' {
  if (named.size > 0) return 'found';
  return missing.length > 0 ? 'unknown' : 'none';
}

function standingAt(
  references: readonly Reference[],
  asking: string,
  options: TargetOptions,
): Set<IndexedParagraph> {
  if (references.length === 0) return new Set();
  const paragraphs = within(asking, options);
  const found = new Set(references.flatMap((reference) => placesAt(paragraphs, reference)));
  return new Set(paragraphs.filter((paragraph) => found.has(paragraph)));
}

/** Of the documents that are named, or of all. */
function within(asking: string, { searched, paragraphs }: TargetOptions): IndexedParagraph[] {
  const named = namedDocuments(asking, searched);
  return paragraphs.filter(
    ({ document }) =>
      searched.includes(document) && (named.length === 0 || named.includes(document.id)),
  );
}

/** "Article 51 of the Charter" may be a place of another text, of which these speak. */
function isSpokenOf(words: string, documents: readonly Document[]): boolean {
  const wanted = words
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
    .join(String.raw`\s+`);
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${wanted}(?![\p{L}\p{N}])`, 'isu');
  return documents.some(({ text }) => pattern.test(text));
}
