/** What the engines of peers are filled with: texts that are cut already, with their vectors. */
export interface PassageInput {
  readonly text: string;
  /** Of unit length. */
  readonly vector: ArrayLike<number>;
}

export interface Question {
  readonly text: string;
  /** By the same encoder; engines that take words alone ignore it. */
  readonly vector: readonly number[];
}

/** Numbers of the ten passages that suit best, best first. */
export type SearchPassages = (question: Question) => Promise<readonly number[]>;

/** Fills an engine. */
export type OpenSearch = (passages: readonly PassageInput[]) => Promise<SearchPassages>;

export const TOP_K = 10;
