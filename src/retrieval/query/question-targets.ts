import { nextTurn } from '../../concurrency/next-turn.js';
import { terms } from '../../language/tokenize.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import { askedPlaces, type AskedPlace, type AskedPlacesOptions } from './places/asked-places.js';
import type { NamedSentences } from '../aspect.js';
import { isTextOfItsOwn } from './places/meanings.js';
import { missingPlaces, yearsIn, type MissingPlace } from './places/missing-place.js';
import { isNumbered, type Reference } from './places/reference.js';
import { withoutReferences } from './places/references.js';
import { asksForMore } from './places/whole-place.js';
import { PHRASE_CANDIDATES } from '../settings.js';
import { quotedPhrases } from './quoted-phrases.js';
import { isSpokenOf } from './spoken-of.js';

/** What a question asks for by number or word for word. */
export interface QuestionTargets {
  /** Places that it names by their numbers, whether or not the texts have them. */
  readonly references: readonly Reference[];
  /** What stands there. */
  readonly named: ReadonlySet<IndexedParagraph>;
  /** Of those of which only sentences are named, the places of these, from 0 on. */
  readonly sentences: NamedSentences;
  /** Something is asked of what stands there; else all of it is wanted, in its order. */
  readonly ofNamed: boolean;
  /** Numbered places that no text has, one for each text; none where any place was found. */
  readonly missing: readonly MissingPlace<IndexedParagraph>[];
  /** Named by the earlier questions that this one leans on. */
  readonly leantOn: ReadonlySet<IndexedParagraph>;
  /** Phrases in quotes, in the form in which texts are searched. */
  readonly phrases: readonly string[];
  /** Numbers of paragraphs that have all words of one of these, in whatever order. */
  readonly holders: readonly number[];
}

export interface TargetOptions extends AskedPlacesOptions {
  /** Questions that this one leans on. */
  readonly earlier: readonly string[];
}

export async function questionTargets(
  question: string,
  options: TargetOptions,
): Promise<QuestionTargets> {
  const { earlier, searched, index } = options;
  const asked = await askedPlaces(question, options);
  const references = asked.map(({ reference }) => reference);
  const named = standing(asked);
  const ofNamed =
    references.length > 0 && asksForMore(withoutReferences(question, references), searched);
  await nextTurn();
  const within = new Set(searched.map(({ id }) => id));
  // "Article 51 of the Charter" may be a place of another text, of which these speak.
  const isTopic = async ({ reference, among }: AskedPlace): Promise<boolean> => {
    const isWhole = ofNamed || namesAnother(among, reference);
    const topics = [...(isWhole ? [reference.words] : []), ...yearsIn(among, reference)];
    const spoken = await Promise.all(topics.map((words) => isSpokenOf(words, { index, within })));
    return spoken.includes(true);
  };
  const missing: MissingPlace<IndexedParagraph>[] = [];
  for (const place of named.size > 0 ? [] : asked) {
    const { reference, among } = place;
    if (!isNumbered(reference) || (await isTopic(place))) continue;
    missing.push(...missingPlaces(among, reference));
  }
  const phrases = quotedPhrases(question);
  const holders = await Promise.all(
    phrases.map((phrase) => index.holding(terms(phrase), { within, limit: PHRASE_CANDIDATES })),
  );
  await nextTurn();
  return {
    references,
    named,
    sentences: sentencesOf(asked),
    ofNamed,
    missing,
    leantOn: standing(await askedPlaces(earlier.join(' '), options)),
    phrases,
    holders: [...new Set(holders.flat())],
  };
}

/** "Resolution 2231" is a text by itself where these have no resolutions. */
function namesAnother(among: AskedPlace['among'], { readings }: Reference): boolean {
  const names = new Set(readings.flat().flatMap((step) => step.names));
  return (
    [...names].some(isTextOfItsOwn) &&
    !among.some(({ paragraph }) => paragraph.places.some(({ kind }) => isTextOfItsOwn(kind)))
  );
}

/** Of paragraphs that are named as a whole too, none. */
function sentencesOf(asked: readonly AskedPlace[]): NamedSentences {
  const places = new Map<IndexedParagraph, Set<number>>();
  for (const { sentences = [] } of asked) {
    for (const { paragraph, place } of sentences) {
      places.set(paragraph, (places.get(paragraph) ?? new Set()).add(place));
    }
  }
  for (const { found, sentences } of asked) {
    if (sentences === undefined) for (const paragraph of found) places.delete(paragraph);
  }
  return places;
}

/** What stands at any of the places, in the order of the index. */
function standing(asked: readonly AskedPlace[]): Set<IndexedParagraph> {
  const found = asked.flatMap((place) => place.found);
  return new Set(found.toSorted((a, b) => a.number - b.number));
}

/** Numbers of the paragraphs that are looked at since the question asks for them. */
export function wantedNumbers({ named, missing, leantOn, holders }: QuestionTargets): number[] {
  const asked = [...named, ...missing.flatMap(({ there }) => there?.closest ?? []), ...leantOn];
  return [...asked.map(({ number }) => number), ...holders];
}

/** Whether the question names a place in the texts, and whether there is such a place. */
export function referenceOutcome({
  named,
  missing,
}: QuestionTargets): 'none' | 'found' | 'unknown' {
  if (named.size > 0) return 'found';
  return missing.length > 0 ? 'unknown' : 'none';
}
