/** LangChain components of your own in the place of what ships: loader, embeddings, store, model. */
import { BaseDocumentLoader } from '@langchain/core/document_loaders/base';
import { Document } from '@langchain/core/documents';
import {
  FakeListChatModel,
  FakeVectorStore,
  SyntheticEmbeddings,
} from '@langchain/core/utils/testing';
import { createDeclarationChain } from 'declaration-chat';

/** Any loader of LangChain's will do; `metadata` may hold id, title, date, place and language. */
class Charter extends BaseDocumentLoader {
  override load(): Promise<Document[]> {
    const pageContent = '1. The seat of the League is Bonn.\n\n2. Members pay a fee each year.';
    return Promise.resolve([new Document({ pageContent, metadata: { id: 'charter' } })]);
  }
}

const chain = await createDeclarationChain({
  corpus: new Charter(),
  index: 'index-of-my-own',
  embeddings: new SyntheticEmbeddings({ vectorSize: 64 }),
  createVectorStore: async ({ embeddings, vectors, documents }) => {
    const store = new FakeVectorStore(embeddings);
    await store.addVectors(vectors, documents);
    return store;
  },
  // What it says is checked against the texts: each sentence ends with the numbers it stands on.
  chatModel: new FakeListChatModel({ responses: ['The seat of the League is Bonn [1].'] }),
});

const { answer, citations } = await chain.invoke('Where is the seat of the League?');
console.log(answer, citations.map(({ url }) => url).join(' '));
