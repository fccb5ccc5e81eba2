import type { CitedText } from './cited-text.js';
import { stances, type Stance } from './polarity.js';

/** Beyond this share of the words in question the claim says the opposite. */
const MAX_OPPOSED = 0.5;
const NEGATING_PREFIX = /^(?:un|in|im|il|ir|non|dis)$/u;
/** Shorter stems are too often words of their own: "act" and "react". */
const MIN_STEM = 4;

/** Stances of the cited text that do not bear out a stance of the claim. */
const OPPOSED: Readonly<Record<Stance, (known: ReadonlySet<Stance>) => boolean>> = {
  said: (known) => known.size === 1 && known.has('denied'),
  for: (known) => !known.has('for') && !known.has('said') && (known.has('against') || known.has('denied')),
  denied: (known) => !known.has('denied') && !known.has('against'),
  against: (known) => !known.has('against') && !known.has('denied') && known.has('for'),
};

/** Whether a claim affirms what the cited text affirms, and denies what it denies. */
export function polarityStands(claim: string, { text, stems }: CitedText): boolean {
  const [stated, known] = [stances(claim), stances(text)];
  const denies = [...stated.values()].some((some) => some.has('denied'));
  const knownDenies = [...known.values()].some((some) => some.has('denied') || some.has('against')) || /\bnon-|\bun\p{Ll}{4}/iu.test(text);
  if (denies && !knownDenies) return false;
  for (const stance of ['said', 'for', 'denied', 'against'] as const) {
    const shared = [...stated].flatMap(([word, own]) => (own.has(stance) && known.has(word) ? [known.get(word) ?? new Set<Stance>()] : []));
    const opposed = shared.filter(OPPOSED[stance]).length;
    if (opposed > MAX_OPPOSED * shared.length) return false;
  }
  return [...stated.keys()].every((word) => stems.has(word) || !hasOpposite(word, stems));
}

/** "acceptable" for "unacceptable", and the other way about. */
function hasOpposite(word: string, stems: ReadonlySet<string>): boolean {
  return [...stems].some((other) => {
    const [short, long] = word.length < other.length ? [word, other] : [other, word];
    return short.length >= MIN_STEM && long.endsWith(short) && NEGATING_PREFIX.test(long.slice(0, long.length - short.length));
  });
}
