import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { loadPeer } from './load-peer.js';
import { TOP_K } from './passage-search.js';
import { FAKE_ANSWER, type Pipeline, type PipelineInput } from './pipeline.js';

interface Retriever {
  retrieve(query: {
    readonly query: string;
  }): Promise<readonly { readonly node: { getContent(mode: string): string } }[]>;
}

interface LlamaIndexPackage {
  readonly BaseEmbedding: new () => object;
  readonly Document: new (options: { readonly text: string }) => object;
  readonly Settings: { embedModel: object; llm: object };
  readonly VectorStoreIndex: {
    fromDocuments(documents: readonly object[]): Promise<{
      asRetriever(options: { readonly similarityTopK: number }): Retriever;
      asQueryEngine(options: { readonly retriever: Retriever }): {
        query(options: { readonly query: string }): Promise<{ toString(): string }>;
      };
    }>;
  };
}

interface MockPackage {
  readonly MockLLM: new (options: { readonly responseMessage: string }) => object;
}

/** LlamaIndexTS with its default splitter, in-memory store and query engine. */
export async function openLlamaIndex({ texts, embeddings }: PipelineInput): Promise<Pipeline> {
  const llamaIndex = (await loadPeer('llamaindex')) as LlamaIndexPackage;
  const { MockLLM } = (await loadPeer('@llamaindex/core/llms/mock')) as MockPackage;
  const { Document, Settings, VectorStoreIndex } = llamaIndex;
  Settings.embedModel = embeddingOf(llamaIndex, embeddings);
  Settings.llm = new MockLLM({ responseMessage: FAKE_ANSWER });
  const index = await VectorStoreIndex.fromDocuments(texts.map((text) => new Document({ text })));
  const retriever = index.asRetriever({ similarityTopK: TOP_K });
  const engine = index.asQueryEngine({ retriever });
  return {
    retrieve: async (query) =>
      (await retriever.retrieve({ query })).map(({ node }) => node.getContent('NONE')),
    answer: async (query) => String(await engine.query({ query })),
  };
}

function embeddingOf(
  { BaseEmbedding }: LlamaIndexPackage,
  embeddings: EmbeddingsInterface,
): object {
  class GivenEmbedding extends BaseEmbedding {
    readonly getTextEmbeddings = (texts: string[]): Promise<number[][]> =>
      embeddings.embedDocuments(texts);

    async getTextEmbedding(text: string): Promise<number[]> {
      return (await embeddings.embedDocuments([text]))[0] ?? [];
    }

    /** Parts of a message, as it takes them; a question is one of text. */
    getQueryEmbedding({ text }: { readonly text: string }): Promise<number[]> {
      return embeddings.embedQuery(text);
    }
  }
  return new GivenEmbedding();
}
