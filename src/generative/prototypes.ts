import { normalizeForSearch } from '../language/normalize.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import { cosine } from '../ranking/cosine.js';

export type Vector = ArrayLike<number>;

/** Share of the prototypes that are nearer to one of their own kind: half of them are by chance. */
const MIN_APART = 0.75;

/** Vectors of sentences that show what others are meant, in their order. */
export async function embedPrototypes(
  embeddings: Pick<QuestionEncoder, 'embedQuery'>,
  sentences: readonly string[],
): Promise<Vector[]> {
  const vectors: Vector[] = [];
  for (const sentence of sentences) {
    vectors.push(await embeddings.embedQuery(normalizeForSearch(sentence)));
  }
  return vectors;
}

/** Whether an encoder tells prototypes of two kinds from each other at all. */
export function areApart(one: readonly Vector[], other: readonly Vector[]): boolean {
  const own = (kind: readonly Vector[], rest: readonly Vector[]): number =>
    kind.filter(
      (vector) =>
        nearest(
          vector,
          kind.filter((same) => same !== vector),
        ) > nearest(vector, rest),
    ).length;
  return own(one, other) + own(other, one) >= MIN_APART * (one.length + other.length);
}

/** Cosine with the nearest. */
export function nearest(vector: Vector, others: readonly Vector[]): number {
  return others.reduce<number>((best, other) => Math.max(best, cosine(vector, other)), -1);
}

/** What is made once, when it is first asked for; where that fails, again when it is next. */
export function onceMade<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return async () => {
    made ??= make();
    return made.catch((error: unknown) => {
      made = undefined;
      throw error;
    });
  };
}
