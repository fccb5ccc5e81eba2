import { ExactVectorStore } from '../adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../adapters/index-store/langchain-documents.js';
import type { TransformersEmbeddings } from '../adapters/transformers-embeddings.js';
import { ablate, type AblatedParts, type AblateOptions } from '../evaluation/ablate.js';
import type { JudgedQuestion } from '../evaluation/judged-question.js';
import type { AblationRow } from '../evaluation/report.js';
import { DeclarationRetriever } from '../retrieval/retriever.js';
import { spellingFor, type Engine } from './engine.js';

/**
 * The ablation table of an engine. Indexes without some part are made in memory and searched
 * exactly.
 */
export function ablateEngine(
  { index }: Engine,
  embeddings: TransformersEmbeddings,
  { questions, ...options }: AblateOptions & { readonly questions: readonly JudgedQuestion[] },
): Promise<AblationRow[]> {
  const parts: AblatedParts = {
    documents: index.documents,
    embeddings,
    createStore: (content) =>
      new ExactVectorStore(embeddings, {
        table: content.vectors,
        documents: toLangChainDocuments(content),
      }),
    createRetriever: (variant, given) =>
      new DeclarationRetriever({
        index: variant,
        spelling: spellingFor(variant, embeddings),
        ...given,
      }),
  };
  return ablate(parts, questions, options);
}
