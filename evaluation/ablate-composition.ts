import { ExactVectorStore } from '../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../src/adapters/index-store/langchain-documents.js';
import type { Components } from '../src/composition/components.js';
import { ablate, type AblatedParts, type AblateOptions } from './ablate.js';
import type { JudgedQuestion } from './judged-question.js';
import type { AblationRow } from './report.js';
import { wholeDocuments } from './whole-index.js';
import { DeclarationRetriever } from '../src/retrieval/retriever.js';
import type { AnswerDependencies } from '../src/chat/answer-dependencies.js';
import { spellingFor } from '../src/composition/spelling-for.js';

/**
 * The ablation table of an index. Indexes without some part are made in memory and searched
 * exactly.
 */
export async function ablateEngine(
  { index }: Pick<AnswerDependencies, 'index'>,
  { encoder: embeddings, reader }: Pick<Components, 'encoder' | 'reader'>,
  { questions, ...options }: AblateOptions & { readonly questions: readonly JudgedQuestion[] },
): Promise<AblationRow[]> {
  const parts: AblatedParts = {
    documents: await wholeDocuments(index),
    embeddings,
    createStore: (content) =>
      new ExactVectorStore(embeddings, {
        table: content.vectors,
        documents: toLangChainDocuments(content),
      }),
    createRetriever: async (variant, given) =>
      new DeclarationRetriever({
        index: variant,
        spelling: await spellingFor(variant, embeddings, reader),
        reader: given.weights.reading > 0 ? reader : undefined,
        ...given,
      }),
  };
  return ablate(parts, questions, options);
}
