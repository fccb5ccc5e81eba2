import { languageScores } from './language-scores.js';
import { scriptOf } from './scripts.js';

/** Places of a text that are looked at, at even distances: its head alone may be another's words. */
const PLACES = 16;
/** Of each place. */
const CHARACTERS = 500;
/** Are in no language, and full of letters. */
const ADDRESS = /(?:https?:\/\/|www\.|mailto:)\S+|<[^<>]*>/gu;
/** Fewer letters than this are names, numbers or an address. */
const MIN_LETTERS = 40;

/**
 * The language that most of a text is in; of two that share it, the one that comes first. Undefined
 * where it has hardly any words.
 *
 * @returns a BCP 47 tag of two letters
 */
export function detectTextLanguage(text: string): string | undefined {
  const votes = new Map<string, number>();
  for (const place of placesOf(text)) {
    const tag = likeliest(place);
    if (tag !== undefined) votes.set(tag, (votes.get(tag) ?? 0) + 1);
  }
  return firstOfMost(votes) ?? likeliest(text.slice(0, CHARACTERS));
}

/** Parts of the text with enough letters, in their order; all of a short one. */
function placesOf(text: string): string[] {
  const step = Math.max(CHARACTERS, Math.floor(text.length / PLACES));
  const places = Array.from({ length: Math.ceil(text.length / step) }, (_, i) =>
    text.slice(i * step, i * step + CHARACTERS).replace(ADDRESS, ' '),
  );
  return places.filter((place) => (place.match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTERS);
}

function likeliest(text: string): string | undefined {
  return firstOfMost(languageScores(text, scriptOf(text)));
}

function firstOfMost(counts: ReadonlyMap<string, number>): string | undefined {
  let best: readonly [string, number] | undefined;
  for (const count of counts) if (best === undefined || count[1] > best[1]) best = count;
  return best?.[0];
}
