import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import type { DocumentInterface } from '@langchain/core/documents';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { RunnablePassthrough, RunnableSequence } from '@langchain/core/runnables';
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { TOP_K } from './passage-search.js';
import { FAKE_ANSWER, type Pipeline, type PipelineInput } from './pipeline.js';

/** Of LangChain's own tutorial on retrieval. */
const CHUNK = { chunkSize: 1000, chunkOverlap: 200 };
const PROMPT = `Use the following pieces of context to answer the question at the end.
If you don't know the answer, just say that you don't know.

{context}

Question: {question}`;

export async function openLangChainPipeline({
  texts,
  embeddings,
}: PipelineInput): Promise<Pipeline> {
  const splitter = new RecursiveCharacterTextSplitter(CHUNK);
  const chunks = await splitter.createDocuments([...texts]);
  const store = await HNSWLib.fromDocuments(chunks, embeddings);
  const retriever = store.asRetriever({ k: TOP_K });
  const contents = (documents: readonly DocumentInterface[]): string[] =>
    documents.map(({ pageContent }) => pageContent);
  const chain = RunnableSequence.from([
    {
      context: retriever.pipe((documents) => contents(documents).join('\n\n')),
      question: new RunnablePassthrough(),
    },
    ChatPromptTemplate.fromTemplate(PROMPT),
    new FakeListChatModel({ responses: [FAKE_ANSWER] }),
    new StringOutputParser(),
  ]);
  return {
    retrieve: async (question) => contents(await retriever.invoke(question)),
    answer: (question) => chain.invoke(question),
  };
}
