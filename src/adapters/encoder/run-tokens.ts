import { Tensor } from '@xenova/transformers';

/** One text, or a part of one, as a model takes it. */
export interface TokenSequence {
  readonly ids: readonly number[];
  /** Of each token, 0 or 1: which of two texts it is of; all 0 where absent. */
  readonly types?: readonly number[];
}

/** What a model of transformers.js is called with here, and what of its output is read. */
export type RunModel<Output extends string> = (inputs: {
  readonly input_ids: Tensor;
  readonly attention_mask: Tensor;
  readonly token_type_ids: Tensor;
}) => Promise<Record<Output, Tensor>>;

/**
 * Runs a model over one sequence. Not over several at once: int8 models scale their numbers by all
 * that is in a batch, so that a vector would depend on what was embedded with it (cosines of .99 to
 * itself), and on two cores a batch of like lengths is no faster (`bench/embedding.ts`).
 * @returns one row of the output after the other, a row for each token
 */
export async function runTokens<Output extends string>(
  run: RunModel<Output>,
  output: Output,
  { ids, types }: TokenSequence,
): Promise<{ readonly rows: Float32Array; readonly width: number }> {
  const dims = [1, ids.length];
  const tensorOf = (values: readonly number[]): Tensor =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), dims);
  const { [output]: tensor } = await run({
    input_ids: tensorOf(ids),
    attention_mask: tensorOf(ids.map(() => 1)),
    token_type_ids: tensorOf(types ?? ids.map(() => 0)),
  });
  return { rows: tensor.data as Float32Array, width: tensor.dims.at(-1) ?? 0 };
}
