/** Neighbouring words with a capital, small words such as "of" between them left out. */
export type Run = readonly string[];

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?|[^\s\p{L}\p{N}]/gu;
const CAPITAL = /^\p{Lu}/u;
const LINK = /^(?:of|the|and|for|on|to|in|de)$/u;
const ACRONYM = /(?<![\p{L}\p{N}])\p{Lu}{2,8}(?=s?(?![\p{L}\p{N}]))/gu;
/** Between the first and the last word of a name stand fewer. */
const MAX_RUN = 12;

export function capitalRuns(text: string): Run[] {
  const runs: string[][] = [];
  let run: string[] = [];
  let links = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (CAPITAL.test(word) && run.length < MAX_RUN) {
      run.push(word);
      links = 0;
    } else if (run.length > 0 && (LINK.test(word) || word === '-') && links < 2) links++;
    else if (run.length > 0) {
      runs.push(run);
      run = CAPITAL.test(word) ? [word] : [];
      links = 0;
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Words all in capitals, their plural `s` left out: `ICTs` is `ICT`. */
export function acronymsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(ACRONYM) ?? []);
}

/** What a name may be shortened to: the first letters of all its words, and of any neighbours among them. */
export function initialsOf(run: Run): string[] {
  const letters = run.map((word) => word.charAt(0)).join('');
  const initials: string[] = [];
  for (let start = 0; start < letters.length; start++) {
    for (let end = start + 2; end <= letters.length; end++) initials.push(letters.slice(start, end));
  }
  return initials;
}
