import { nextTurn } from '../../concurrency/next-turn.js';
import type { Document } from '../../types.js';
import type { IndexedParagraph } from '../search/search-index.js';
import { askedPlaces, type AskedPlace, type AskedPlacesOptions } from './places/asked-places.js';
import { missingPlaces, type MissingPlace } from './places/missing-place.js';
import { isNumbered, type Reference } from './places/reference.js';
import { withoutReferences } from './places/references.js';
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

export interface TargetOptions extends AskedPlacesOptions {
  /** Questions that this one leans on. */
  readonly earlier: readonly string[];
}

export async function questionTargets(
  question: string,
  options: TargetOptions,
): Promise<QuestionTargets> {
  const { earlier, searched, paragraphs } = options;
  const asked = askedPlaces(question, options);
  const references = asked.map(({ reference }) => reference);
  const named = standing(asked, paragraphs);
  const ofNamed =
    references.length > 0 && asksForMore(withoutReferences(question, references), searched);
  await nextTurn();
  const isTopic = ({ words }: Reference): boolean => ofNamed && isSpokenOf(words, searched);
  const missing =
    named.size > 0
      ? []
      : asked
          .filter(({ reference }) => isNumbered(reference) && !isTopic(reference))
          .flatMap(({ reference, among }) => missingPlaces(among, reference));
  await nextTurn();
  return {
    references,
    named,
    ofNamed,
    missing,
    leantOn: standing(askedPlaces(earlier.join(' '), options), paragraphs),
    phrases: quotedPhrases(question),
  };
}

/** What stands at any of the places, in the order of the index. */
function standing(
  asked: readonly AskedPlace[],
  paragraphs: readonly IndexedParagraph[],
): Set<IndexedParagraph> {
  const found = new Set(asked.flatMap((place) => place.found));
  return found.size === 0 ? found : new Set(paragraphs.filter((paragraph) => found.has(paragraph)));
}

/** Whether the question names a place in the texts, and whether there is such a place. */
export function referenceOutcome({
  named,
  missing,
}: QuestionTargets): 'none' | 'found' | 'unknown' {
  if (named.size > 0) return 'found';
  return missing.length > 0 ? 'unknown' : 'none';
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
