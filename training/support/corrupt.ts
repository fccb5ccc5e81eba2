/** A claim that what it cites does not bear out, and how it was made. */
export interface Corrupted {
  readonly kind: 'number' | 'name' | 'opposite' | 'wrong-sentence' | 'neighbour' | 'added';
  readonly claim: string;
  readonly cites: readonly string[];
}

/**
 * A claim that is borne out by the sentences it cites, `document#paragraph:place`; and, for some,
 * its opposite.
 */
export interface FaithfulClaim {
  readonly claim: string;
  readonly cites: readonly string[];
  readonly opposite?: string;
}

/** Names that swap places; which of a row stands in a claim is replaced by the next of the row. */
const NAMES: readonly (readonly string[])[] = [
  ['Kazakhstan', 'Belarus'],
  ['Tajikistan', 'Mongolia'],
  ['China', 'India'],
  ['Afghanistan', 'Iraq'],
  ['Beijing', 'Moscow'],
  ['Tashkent', 'Almaty'],
  ['Dushanbe', 'Bishkek'],
  ['Shanghai', 'Hangzhou'],
  ['Central Asia', 'South Asia'],
  ['UN', 'NATO'],
  ['WTO', 'IMF'],
  ['BTWC', 'CWC'],
  ['RATS', 'CSTO'],
  ['Zatulin', 'Lavrov'],
  ['Eurasia', 'Africa'],
  ['Civic Chamber', 'State Duma'],
  ['Iranian', 'Korean'],
  ['Sochi', 'Kazan'],
];

/** What becomes of faithful claims by rule; the same every time. */
export function corrupt(
  claims: readonly FaithfulClaim[],
  neighbours: (cite: string) => readonly string[],
): Corrupted[] {
  return claims.flatMap(({ claim, cites, opposite }, i) => {
    const elsewhere = claims[(i + 17) % claims.length];
    const renamed = rename(claim);
    const renumbered = renumber(claim);
    const made: Corrupted[] = [];
    if (renumbered !== claim) made.push({ kind: 'number', claim: renumbered, cites });
    if (renamed !== claim) made.push({ kind: 'name', claim: renamed, cites });
    if (opposite !== undefined) made.push({ kind: 'opposite', claim: opposite, cites });
    if (elsewhere !== undefined) {
      made.push({ kind: 'wrong-sentence', claim, cites: elsewhere.cites });
      made.push({
        kind: 'added',
        claim: `${claim.replace(/\.$/u, '')}, and ${elsewhere.claim}`,
        cites,
      });
    }
    const near =
      cites.length > 1 ? [] : neighbours(cites[0] ?? '').filter((cite) => !cites.includes(cite));
    return [
      ...made,
      ...near.map((cite): Corrupted => ({ kind: 'neighbour', claim, cites: [cite] })),
    ];
  });
}

/** The first number of two digits or more, or number word, becomes another. */
function renumber(claim: string): string {
  const digits = claim.replace(/(?<!\d)\d{2,}(?!\d)/u, (number) => String(Number(number) + 3));
  return digits === claim
    ? claim.replace(
        /\b(?:two|three|six|second)\b/iu,
        (word) =>
          ({ two: 'five', three: 'four', six: 'nine', second: 'third' })[word.toLowerCase()] ??
          word,
      )
    : digits;
}

function rename(claim: string): string {
  const row = NAMES.find(([name = '']) => new RegExp(String.raw`\b${name}\b`, 'u').test(claim));
  return row === undefined
    ? claim
    : claim.replace(new RegExp(String.raw`\b${row[0] ?? ''}\b`, 'u'), row[1] ?? '');
}
