import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** What a pipeline is built from: whole texts, which it cuts by itself. */
export interface PipelineInput {
  readonly texts: readonly string[];
  readonly embeddings: EmbeddingsInterface;
}

/** A pipeline as its documentation builds it. */
export interface Pipeline {
  /** The ten pieces of text that suit best, best first. */
  readonly retrieve: (question: string) => Promise<readonly string[]>;
  /** The whole way to an answer, by a model that costs nothing. */
  readonly answer: (question: string) => Promise<string>;
}

export const FAKE_ANSWER = 'The texts say so.';
