import { claimWords } from '../claim-words.js';
import type { Check } from './check.js';
import {
  hasDenial,
  hasNegative,
  isTurnedAgainst,
  stretches,
  type Stance,
  type Stretch,
} from './polarity.js';

/**
 * From this share on of the words of a stretch that both sides have, what is said of them counts.
 */
const MIN_SHARED = 0.5;
const NEGATING_PREFIXES = claimWords(({ polarity }) => polarity.negatingPrefixes);
/** Letters; shorter stems are too often words of their own: "act" and "react". */
const MIN_STEM = 4;
/** Stances that can bear out a denial, and a stance against something. */
const NEGATIVE: readonly Stance[] = ['denied', 'against'];

/** A claim affirms what the cited text affirms, and denies what it denies. */
export const checkPolarity: Check = ({ stated }, { text }) =>
  polarityStands(stated.text, text) ? undefined : 'negation';

function polarityStands(claim: string, text: string): boolean {
  if (hasDenial(claim) && !hasNegative(text)) return false;
  const [stated, known] = [stretches(claim), stretches(text)];
  const [statedStances, knownStances] = [stancesOf(stated), stancesOf(known)];
  const ownWords = [...statedStances.keys()];
  if (!stated.every((stretch) => isBorneOut(stretch, knownStances))) return false;
  const ignored = known.some(({ stance, stems: negated }) => {
    if (!NEGATIVE.includes(stance)) return false;
    const shared = negated.filter((word) => statedStances.has(word));
    const enough =
      shared.length >= MIN_SHARED * ownWords.length ||
      (stance === 'denied' && shared.length >= MIN_SHARED * negated.length);
    return (
      shared.length > 0 &&
      enough &&
      !shared.some((word) => holdsAny(statedStances.get(word), NEGATIVE))
    );
  });
  const countered =
    !isTurnedAgainst(claim) &&
    known.some(({ stance, stems: fought }) => {
      const shared = fought.filter((word) => statedStances.has(word));
      return (
        stance === 'countered' && shared.length > 1 && shared.length >= MIN_SHARED * ownWords.length
      );
    });
  return (
    !ignored &&
    !countered &&
    ownWords.every((word) => knownStances.has(word) || !hasOpposite(word, [...knownStances.keys()]))
  );
}

/**
 * What a claim denies or opposes is denied, opposed or countered there too; what it is for is not.
 */
function isBorneOut(
  { stance, stems }: Stretch,
  known: ReadonlyMap<string, ReadonlySet<Stance>>,
): boolean {
  const shared = stems.flatMap((word) => known.get(word) ?? []);
  if (shared.length === 0 || stance === 'said' || stance === 'countered') return true;
  if (stance === 'for') {
    return (
      shared.filter((own) => holdsAny(own, ['for', 'said'])).length >= MIN_SHARED * shared.length
    );
  }
  const wanted: readonly Stance[] = stance === 'denied' ? NEGATIVE : [...NEGATIVE, 'countered'];
  // What is opposed stands first: "they reject a convention against crime" is about the convention.
  if (stance === 'against' && !holdsAny(shared[0], wanted)) return false;
  return shared.filter((own) => holdsAny(own, wanted)).length >= MIN_SHARED * shared.length;
}

function stancesOf(all: readonly Stretch[]): Map<string, Set<Stance>> {
  const found = new Map<string, Set<Stance>>();
  for (const { stance, stems } of all) {
    for (const word of stems) found.set(word, (found.get(word) ?? new Set<Stance>()).add(stance));
  }
  return found;
}

function holdsAny(own: ReadonlySet<Stance> | undefined, wanted: readonly Stance[]): boolean {
  return wanted.some((stance) => own?.has(stance) === true);
}

/** "acceptable" for "unacceptable", and the other way about. */
function hasOpposite(word: string, stems: readonly string[]): boolean {
  return stems.some((other) => {
    const [short, long] = word.length < other.length ? [word, other] : [other, word];
    return (
      short.length >= MIN_STEM &&
      long.endsWith(short) &&
      NEGATING_PREFIXES.has(long.slice(0, long.length - short.length))
    );
  });
}
