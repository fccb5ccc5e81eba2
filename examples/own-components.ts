/** LangChain components of your own in the place of what ships: embeddings, vector store. */
import { SyntheticEmbeddings } from '@langchain/core/utils/testing';
import { FakeVectorStore } from '@langchain/core/utils/testing';
import { openRetriever } from 'declaration-chat/retriever';

const retriever = await openRetriever({
  corpus: 'corpus',
  index: 'index-of-my-embeddings',
  embeddings: new SyntheticEmbeddings({ vectorSize: 64 }),
  createVectorStore: async ({ embeddings, vectors, documents }) => {
    const store = new FakeVectorStore(embeddings);
    await store.addVectors(vectors, documents);
    return store;
  },
});

for (const { pageContent, metadata } of await retriever.invoke('Which city hosts it?')) {
  console.log(metadata['documentId'], metadata['paragraph'], pageContent);
}
