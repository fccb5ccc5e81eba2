import { rulesOf } from '../language/languages.js';
import { normalizeForSearch } from '../language/normalize.js';
import { isStopWord, stem, words } from '../language/tokenize.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import { cosine } from '../ranking/cosine.js';
import { readQuantities } from './verification/quantities.js';
import { comparable, quotationsIn, standsIn } from './verification/quotations.js';

type Vector = ArrayLike<number>;

/** Whether a sentence of this vector says that the texts do not say something. */
export type SaysRefusal = (
  vector: Vector,
  sentence: { readonly cites: boolean },
) => Promise<boolean>;

const RULES = rulesOf('replies');
/**
 * Cosine with the nearest refusal, and by how much it is nearer than any statement. Set with 36
 * refusals in six languages and 290 claims at hand, half of which deny something: 32 of the refusals
 * are known by it, and 4 of the claims are taken for one, 19 where they cite nothing.
 */
const UNCITED = { minSimilarity: 0.42, minLead: 0 } as const;
const CITED = { minSimilarity: 0.45, minLead: 0.1 } as const;
/** Characters; who has nothing to say says it shortly. */
const MAX_REFUSAL = 400;
const CAPITALISED = /(?<=\P{L}\s?)\p{Lu}[\p{L}\p{N}]*/gu;

interface Prototypes {
  readonly refusals: readonly Vector[];
  readonly statements: readonly Vector[];
  /** Whether the encoder tells them from each other at all. */
  readonly areApart: boolean;
}

/** Share of the prototypes that are nearer to one of their own kind: half of them are by chance. */
const MIN_APART = 0.75;

/** By the nearest prototype of any language; they are embedded when the first sentence is read. */
export function createRefusalReader(embeddings: Pick<QuestionEncoder, 'embedQuery'>): SaysRefusal {
  let known: Promise<Prototypes> | undefined;
  const embedAll = async (sentences: readonly string[]): Promise<Vector[]> => {
    const vectors: Vector[] = [];
    for (const sentence of sentences) {
      vectors.push(await embeddings.embedQuery(normalizeForSearch(sentence)));
    }
    return vectors;
  };
  const prototypes = async (): Promise<Prototypes> => {
    const refusals = await embedAll(RULES.flatMap((rules) => rules.refusals));
    const statements = await embedAll(RULES.flatMap((rules) => rules.statements));
    return { refusals, statements, areApart: areApart(refusals, statements) };
  };
  return async (vector, { cites }) => {
    known ??= prototypes();
    const { refusals, statements, areApart } = await known.catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    if (!areApart) return false;
    const { minSimilarity, minLead } = cites ? CITED : UNCITED;
    const similarity = nearest(vector, refusals);
    return similarity >= minSimilarity && similarity - nearest(vector, statements) >= minLead;
  };
}

/**
 * Whether the words of a refusal may be shown as they are: its names, numbers and quotations are the
 * question's own, or those of the titles of the texts. Nobody checks the rest.
 */
export function isPlainRefusal(refusal: string, known: readonly string[]): boolean {
  const own = known.join('\n');
  const stems = new Set(words(own).map(stem));
  const numbers = new Set(readQuantities(own).numbers.map(({ value }) => value));
  const said = readQuantities(refusal);
  return (
    refusal.length <= MAX_REFUSAL &&
    quotationsIn(refusal).every((quotation) => standsIn(quotation, comparable(own))) &&
    said.numbers.every(({ value }) => numbers.has(value)) &&
    said.dates.every(({ year }) => year === undefined || own.includes(String(year))) &&
    (refusal.match(CAPITALISED) ?? [])
      .flatMap(words)
      .every((word) => isStopWord(word) || stems.has(stem(word)))
  );
}

function areApart(refusals: readonly Vector[], statements: readonly Vector[]): boolean {
  const own = (kind: readonly Vector[], other: readonly Vector[]): number =>
    kind.filter(
      (vector) =>
        nearest(
          vector,
          kind.filter((one) => one !== vector),
        ) > nearest(vector, other),
    ).length;
  const told = own(refusals, statements) + own(statements, refusals);
  return told >= MIN_APART * (refusals.length + statements.length);
}

function nearest(vector: Vector, others: readonly Vector[]): number {
  return others.reduce<number>((best, other) => Math.max(best, cosine(vector, other)), -1);
}
