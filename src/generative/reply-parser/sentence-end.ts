import { abbreviationOf } from '../../language/sentences/abbreviations.js';
import { splitSentences } from '../../language/sentences/split-sentences.js';

/** A stop with what closes after it, at the end of the words before. */
const STOP = /[.!?…؟।。！？]["”’»)\]）」』]{0,4}$/u;
const EAST_ASIAN_STOP = /[。！？]["”’»)\]）」』]{0,4}$/u;
/** `splitSentences` looks 40 characters back. */
const LOOK_BEHIND = 45;
/** The word after a stop is looked at in full; longer ones tell nothing more. */
const LOOK_AHEAD = 40;
const LAST_WORD = /(?<![\p{L}.])(\p{L}+)\.$/u;
const LONG_WORD = /\p{Ll}{4}$/u;

/** Whether a sentence may end with these words. */
export function endsWithStop(words: string): boolean {
  return STOP.test(words.slice(-6));
}

export function endsWithEastAsianStop(words: string): boolean {
  return EAST_ASIAN_STOP.test(words.slice(-6));
}

/**
 * Whether a sentence ends at `end`, where a stop is; undefined until more has come.
 * `splitSentences` decides, on the words around it; what it needs of what follows is the next word.
 */
export function endsAt(text: string, end: number): boolean | undefined {
  if (endsWithEastAsianStop(text.slice(0, end))) return true;
  const after = text.slice(end, end + LOOK_AHEAD).trimStart();
  const word = LAST_WORD.exec(text.slice(Math.max(0, end - LOOK_BEHIND), end))?.[1] ?? '';
  const abbreviation = abbreviationOf(word);
  if (abbreviation === 'before-word') return false;
  if (
    abbreviation === undefined &&
    LONG_WORD.test(word) &&
    /^ \p{Lu}/u.test(text.slice(end, end + 3))
  ) {
    return true;
  }
  const whole = after.length >= LOOK_AHEAD - 1 || /[\p{L}\p{N}][^\p{L}\p{N}\p{M}'’.-]/u.test(after);
  return whole ? endsWithin(text, end) : undefined;
}

/**
 * Whether a sentence ends at `end`, where a marker stands beside the stop: whatever comes next, what
 * rests on something has come to its end.
 */
export function endsBesideMarker(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - LOOK_BEHIND), end);
  const word = LAST_WORD.exec(before)?.[1] ?? '';
  return word.length > 1 && abbreviationOf(word) === undefined;
}

/** Whether a sentence ends at `end`, as far as what has come tells. */
export function endsWithin(text: string, end: number): boolean {
  const from = Math.max(0, end - LOOK_BEHIND);
  const spans = splitSentences(text.slice(from, end + LOOK_AHEAD));
  return spans.slice(0, -1).some((span) => from + span.end === end);
}
