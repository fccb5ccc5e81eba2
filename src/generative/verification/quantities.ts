import { normalizeForSearch } from '../../language/normalize.js';
import { CLAIM_RULES, claimWords } from '../claim-words.js';
import { readDates, type PartialDate } from './dates.js';
import { NUMBER_WORDS, SCALES } from './number-words.js';

/** A number. */
export interface Quantity {
  readonly value: number;
  /** Written with digits, not in words alone. */
  readonly inDigits: boolean;
}

export interface Quantities {
  readonly dates: readonly PartialDate[];
  /** Numbers outside dates, written in digits or in words. */
  readonly numbers: readonly Quantity[];
}

const TOKEN = /\d+(?:[.,]\d+){0,20}|\p{L}+/gu;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+$/u;
/** As often words of their own as numbers: "one of", "first of all". */
const DOUBTFUL = claimWords(({ quantities }) => quantities.doubtful);
/** Between hundreds and what is below: "two hundred and five". */
const BEFORE_REST = claimWords(({ quantities }) => quantities.beforeRest);
const HUNDRED = 100;
/** "Every other year" is every two years. */
const PLAIN_COUNTS = CLAIM_RULES.flatMap(({ quantities }) => quantities.plainCounts);

/** The numbers and dates of a text. */
export function readQuantities(text: string): Quantities {
  const { dates, rest } = readDates(
    PLAIN_COUNTS.reduce(
      (some, [phrase, plain]) => some.replace(phrase, plain),
      normalizeForSearch(text).toLowerCase(),
    ),
  );
  const tokens = rest.match(TOKEN) ?? [];
  const numbers: Quantity[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const first = i;
    let value = valueOf(tokens[i] ?? '');
    if (value === undefined) continue;
    for (;;) {
      const linked = value >= HUNDRED && BEFORE_REST.has(tokens[i + 1] ?? '') ? 2 : 1;
      const combined = combine(value, tokens[i + linked] ?? '');
      if (combined === undefined) break;
      value = combined;
      i += linked;
    }
    if (i === first && DOUBTFUL.has(tokens[i] ?? '')) continue;
    numbers.push({ value, inDigits: /^\d/u.test(tokens[first] ?? '') });
  }
  return { dates, numbers };
}

function valueOf(token: string): number | undefined {
  if (!/^\d/u.test(token)) return NUMBER_WORDS.get(token);
  return Number(
    THOUSANDS.test(token) ? token.replaceAll(',', '') : decimal(token.replace(',', '.')),
  );
}

/** `twenty` `six`, `two` `hundred`, `4.5` `million`. */
function combine(value: number, next: string): number | undefined {
  const scale = SCALES.get(next);
  if (scale !== undefined) return value * scale;
  const more = NUMBER_WORDS.get(next);
  if (more === undefined || more === 0) return undefined;
  const isTens = value >= 20 && value < HUNDRED && value % 10 === 0 && more < 10;
  const isHundreds = value >= HUNDRED && value % HUNDRED === 0 && more < HUNDRED;
  return isTens || isHundreds ? value + more : undefined;
}

/** Of several points the last parts the decimals. */
function decimal(token: string): string {
  const point = token.lastIndexOf('.');
  return point < 0 ? token : token.slice(0, point).replace(/[.,]/gu, '') + token.slice(point);
}
