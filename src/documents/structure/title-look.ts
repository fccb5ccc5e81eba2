import { withoutEnd } from '../../language/end-of.js';
import { alternatives, anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { saysWhenAdopted } from './adoption-line.js';

/** How much a line looks like a title: all in capitals, Capitalised Words, or a short phrase. */
export type TitleLook = 'capitals' | 'capitalised' | 'phrase';

const MAX_LENGTH = 250;
const MAX_PHRASE_LENGTH = 80;
const MAX_PHRASE_WORDS = 9;
/** Share of the longer words that begin with a capital in a Title Written So. */
const CAPITALISED_SHARE = 0.7;

const RULES = rulesOf('titles');
const FINITE_VERB = anyOf(RULES.map(({ finiteVerb }) => finiteVerb));
const CAPITAL_CLAUSE = anyOf(RULES.map(({ capitalClause }) => capitalClause));
const FORMULA = anyOf(RULES.map(({ formula }) => formula));
const DAY = String.raw`\d{1,2}(?:${alternatives(RULES.flatMap(({ dayEndings }) => dayEndings))})?`;
/** With a capital, or with a number as in "21st-Century Challenges". */
const BEGINNING = new RegExp(
  String.raw`^["“‘«(]?(?:\p{Lu}|${DAY.replace('{1,2}', '{1,4}')}[-\s]\p{Lu})`,
  'u',
);
const ENDS_WITH_DATE = new RegExp(
  String.raw`(?:${DAY},?\s+\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\s+${DAY}),?\s+\d{4}\)?$`,
  'u',
);
/** Stops that end no title: of initials and short forms. */
const HARMLESS_STOP = new RegExp(
  String.raw`(?<![\p{L}])\p{Lu}\.|(?<![\p{L}])(?:${alternatives(RULES.flatMap(({ shortForms }) => shortForms))})\.`,
  'gu',
);
const QUOTED = /“[^”]{1,300}”|"[^"]{1,300}"|‘[^’]{1,300}’|«[^»]{1,300}»/gu;
const LEADERS = /\.{4,}|…{2,}|\t|https?:|@|;[^;\p{Ll}\n]*\p{Ll}/u;

/** Bold or heading marks around the whole line, dropped. */
export function withoutMarks(words: string): string {
  const closed = withoutEnd(words, /#/);
  const bare = (/\s$/.test(closed) ? closed.trimEnd() : words)
    .replace(/^#{1,6}\s*/, '')
    .replace(/(?:\s?\[\^?\d{1,3}\]){1,5}$/, '')
    .trim();
  const bold = /^(?:\*\*|__)(?!\s)(.*\S)(?:\*\*|__)$/su.exec(bare)?.[1];
  return bold === undefined || /\*\*|__/.test(bold) ? bare : bold.trim();
}

/** Every letter is a capital, and there are two at least. */
export function lettersAreCapitals(words: string): boolean {
  return /\p{Lu}.*\p{Lu}/su.test(words) && !/\p{Ll}/u.test(words);
}

function capitalisedShare(words: readonly string[]): number {
  const long = words.filter((word) => (word.match(/\p{L}/gu)?.length ?? 0) > 3);
  const counted = long.length === 0 ? words : long;
  return (
    counted.filter((word) => /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(word)).length / counted.length
  );
}

/** Begins in a script that has no capitals. */
const CASELESS = /^["“‘«(（《]?\p{Lo}/u;
/** A title in such a script; where there are no blanks between words, of so many characters. */
const MAX_CASELESS = 40;

function caselessLook(words: string): TitleLook | undefined {
  if (words.length > MAX_CASELESS || LEADERS.test(words)) return undefined;
  return /[.,;:!?…。，；：！？、،؛؟]["”’»)）》]*$/u.test(words) || /[。；]/u.test(words)
    ? undefined
    : 'phrase';
}

/**
 * Judges the words of a whole line or block; `undefined` where it reads as wording, not as a title.
 */
export function titleLook(line: string): TitleLook | undefined {
  if (line.length > MAX_LENGTH) return undefined;
  const words = withoutMarks(line).replace(/\s+/g, ' ');
  if (saysWhenAdopted(words)) return undefined;
  if (CASELESS.test(words)) return caselessLook(words);
  if (!BEGINNING.test(words) || /[,;:!?…][—–]?["”’»)]*$/u.test(words) || LEADERS.test(words)) {
    return undefined;
  }
  const outside = words.replace(QUOTED, '“”');
  if (/[.!?]["”’)]*\s+["“‘(]?\p{Lu}/u.test(outside.replace(HARMLESS_STOP, ''))) {
    return undefined;
  }
  if (lettersAreCapitals(words)) {
    return CAPITAL_CLAUSE.test(words) ||
      (/\.["”’»)]*$/u.test(words) && words.split(' ').length > MAX_PHRASE_WORDS)
      ? undefined
      : 'capitals';
  }
  if (
    /\.["”’»)]*$/u.test(words) ||
    FORMULA.test(words) ||
    ENDS_WITH_DATE.test(words) ||
    FINITE_VERB.test(outside)
  ) {
    return undefined;
  }
  const parts = words.split(' ');
  if (capitalisedShare(parts) >= CAPITALISED_SHARE) return 'capitalised';
  return parts.length <= MAX_PHRASE_WORDS && words.length <= MAX_PHRASE_LENGTH
    ? 'phrase'
    : undefined;
}
