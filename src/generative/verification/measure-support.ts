import { similarityTo } from '../../ranking/exact-search.js';
import type { Probe } from '../../retrieval/search/probe.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import { stem, terms, words } from '../../language/tokenize.js';
import type { NumberedSentence } from '../numbered-evidence.js';
import { capitalRuns, isShortened, shortFormsOf } from './capitals.js';
import { isFrameWord } from './frame-words.js';
import { NUMBER_WORDS, SCALES } from './number-words.js';
import { sentenceStems } from './sentence-stems.js';
import { sharesPrefix } from './shared-prefix.js';
import type { CitedText } from './cited-text.js';

/** What words and vectors say for a claim. */
export interface Support {
  /**
   * Share of the claim's words that stand in what it cites, by rarity, 0 to 1; 0 where it has no
   * words of its own.
   */
  readonly lexical: number;
  /** Cosine with what it cites; 0 where the model knows no word of it. */
  readonly dense: number;
  /**
   * How many of its words stand there, numbers apart; 0 where all of them stand in the title too.
   */
  readonly held: number;
  /** The same share of its weakest clause. */
  readonly weakest: number;
}

/** Where one claim ends and another may have been added. */
const CLAUSE = /[;:]|,\s+(?=(?:and|but|while|whereas|which|who|so|as)\s)/u;
/** A clause of fewer words that stand for something is a piece of a list. */
const MIN_CLAUSE_WORDS = 2;
/** A word of the question that is not in what is cited counts so much beside others. */
const QUESTION_WORD = 0.5;

const NUMBER_STEMS: ReadonlySet<string> = new Set(
  [...NUMBER_WORDS.keys(), ...SCALES.keys()].map(stem),
);

interface Compared {
  readonly stated: Probe;
  readonly cited: CitedText;
  readonly question: string;
}

/**
 * Words of the claim that stand for something, with their rarity and whether what is cited has
 * them.
 */
function weighWords(
  { paragraphTerms }: Pick<SearchIndex, 'paragraphTerms'>,
  { some, stated, cited, question }: Compared & { readonly some: readonly string[] },
): { readonly weight: number; readonly held: boolean }[] {
  const asked = new Set(terms(question));
  const known = [...cited.stems, ...writtenOut(stated.text, cited)];
  return some.flatMap((term) => {
    const held =
      cited.initials.has(term.toUpperCase()) ||
      known.some((other) => other === term || sharesPrefix(term, other));
    // That numbers stand there has been checked, by what they are worth: "six" is 6.
    if (isNumber(term)) return [{ held: true, weight: paragraphTerms.idf(term) }];
    if (
      isFrameWord(term) ||
      (!held && (cited.contextStems.has(term) || cited.earlierNames.has(term)))
    ) {
      return [];
    }
    return [
      { held, weight: paragraphTerms.idf(term) * (!held && asked.has(term) ? QUESTION_WORD : 1) },
    ];
  });
}

/** Stems of the names of a claim for which the cited text has short forms. */
function writtenOut(claim: string, { acronyms }: CitedText): string[] {
  const forms = capitalRuns(claim)
    .flatMap(shortFormsOf)
    .filter(({ letters }) => isShortened(letters, acronyms));
  return forms
    .flatMap(({ of }) => of)
    .flatMap(words)
    .map(stem);
}

export function measureSupport(
  index: Pick<SearchIndex, 'paragraphTerms' | 'vectors'>,
  compared: Compared,
): Support {
  const { stated, cited } = compared;
  const shareOf = (some: readonly string[]): number | undefined =>
    heldShare(weighWords(index, { ...compared, some }));
  const clauses = stated.text
    .split(CLAUSE)
    .map((text) => terms(text))
    .filter(({ length }) => length >= MIN_CLAUSE_WORDS);
  const lexical = shareOf(stated.terms) ?? 0;
  const held = new Set(stated.terms.filter((term) => !isNumber(term) && cited.stems.has(term)));
  return {
    lexical,
    weakest: clauses.reduce((least, clause) => Math.min(least, shareOf(clause) ?? 1), lexical),
    dense: denseSupport(index, compared),
    held: [...held].every((term) => cited.titleStems.has(term)) ? 0 : held.size,
  };
}

function isNumber(term: string): boolean {
  return /\p{N}/u.test(term) || NUMBER_STEMS.has(term);
}

/** Undefined where no word stands for anything. */
function heldShare(weighed: ReturnType<typeof weighWords>): number | undefined {
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0
    ? undefined
    : weighed.reduce((sum, { weight, held }) => sum + (held ? weight : 0), 0) / total;
}

/**
 * Cosine with the best cited sentence, or with all of them together: a claim may rest on several.
 */
function denseSupport(
  { vectors }: Pick<SearchIndex, 'vectors'>,
  { stated: { vector }, cited }: Compared,
): number {
  if (vector === undefined) return 0;
  const entries = cited.sentences.flatMap(
    ({ paragraph, place }) => paragraph.entries.sentence[place] ?? [],
  );
  const sum = new Float32Array(vectors.dimensions);
  let best = 0;
  for (const entry of entries) {
    best = Math.max(best, similarityTo(vectors, entry, vector));
    for (let i = 0; i < sum.length; i++) {
      sum[i] = (sum[i] ?? 0) + (vectors.values[entry * vectors.dimensions + i] ?? 0);
    }
  }
  const length = Math.hypot(...sum) || 1;
  return Math.max(best, sum.reduce((dot, value, i) => dot + value * (vector[i] ?? 0), 0) / length);
}

/**
 * Fewer words of a claim that only this sentence has, by rarity, and it does not bear the claim
 * out.
 */
const MIN_SHARE = 0.12;

/**
 * Of the cited sentences those that have words of the claim which the others before do not have;
 * the best always.
 */
export function bearing(
  index: Pick<SearchIndex, 'paragraphTerms'>,
  stated: Probe,
  cited: readonly NumberedSentence[],
): readonly NumberedSentence[] {
  const wanted = new Set(stated.terms);
  const total = rarity(index, wanted);
  const left = cited.map((sentence) => ({ sentence, held: sentenceStems(sentence) }));
  const chosen = new Set<NumberedSentence>();
  for (;;) {
    const ranked = left
      .map(({ sentence, held }) => ({
        sentence,
        held,
        gain: rarity(
          index,
          [...wanted].filter((term) => held.has(term)),
        ),
      }))
      .sort((a, b) => b.gain - a.gain);
    const best = ranked[0];
    if (
      best === undefined ||
      chosen.has(best.sentence) ||
      (chosen.size > 0 && best.gain < MIN_SHARE * total)
    ) {
      break;
    }
    chosen.add(best.sentence);
    for (const term of best.held) wanted.delete(term);
  }
  return cited.filter((sentence) => chosen.has(sentence));
}

function rarity(
  { paragraphTerms }: Pick<SearchIndex, 'paragraphTerms'>,
  some: Iterable<string>,
): number {
  let sum = 0;
  for (const term of some) sum += paragraphTerms.idf(term);
  return sum;
}
