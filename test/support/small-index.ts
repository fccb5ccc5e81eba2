import { Document as LangChainDocument } from '@langchain/core/documents';
import { Embeddings } from '@langchain/core/embeddings';
import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { buildIndex } from '../../evaluation/build-index.js';
import { allParagraphs } from '../../evaluation/whole-index.js';
import { SpellingCorrector } from '../../src/retrieval/query/spelling-corrector.js';
import { DeclarationRetriever, type RetrieverOptions } from '../../src/retrieval/retriever.js';
import { createSearchIndex } from '../../evaluation/memory-index.js';
import type { IndexedParagraph, SearchIndex } from '../../src/ports/search-index.js';
import { terms } from '../../src/language/tokenize.js';
import { toDocument } from '../../src/documents/to-document.js';
import type { DocumentMetadata, Expansion, IndexedDocument } from '../../src/types.js';

const DIMENSIONS = 256;

/** Bag of stems, hashed: near is what shares words. Deterministic and without a model. */
export class BagOfWordsEmbeddings extends Embeddings {
  readonly dimensions: number = DIMENSIONS;

  constructor() {
    super({});
  }

  override embedQuery(text: string): Promise<number[]> {
    const vector = new Array<number>(DIMENSIONS).fill(0);
    for (const term of terms(text)) {
      let hash = 7;
      for (const character of term) {
        hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
      }
      vector[hash % DIMENSIONS] = (vector[hash % DIMENSIONS] ?? 0) + 1;
    }
    const length = Math.hypot(...vector) || 1;
    return Promise.resolve(vector.map((value) => value / length));
  }

  async embedQueries(texts: readonly string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }

  understands(text: string): boolean {
    return terms(text).length > 0;
  }
}

export interface SmallDocument extends Partial<DocumentMetadata> {
  readonly id: string;
  readonly text: string;
  readonly expansions?: Readonly<Record<string, Expansion>>;
}

export interface SmallIndex {
  readonly index: SearchIndex;
  readonly retriever: DeclarationRetriever;
  /** All of the index. */
  readonly paragraphs: readonly IndexedParagraph[];
  /** With their words. */
  readonly texts: readonly IndexedDocument[];
}

/** An index over a few texts, by the same code that builds and opens the real one. */
export async function smallIndex(
  sources: readonly SmallDocument[],
  {
    embeddings = new BagOfWordsEmbeddings(),
    ...options
  }: Partial<RetrieverOptions> & { readonly embeddings?: BagOfWordsEmbeddings } = {},
): Promise<SmallIndex> {
  const documents: IndexedDocument[] = sources.map(
    ({ text, expansions = {}, id, ...metadata }) => ({
      ...toDocument({ metadata: { id, title: id, language: 'en', ...metadata }, text }),
      sha256: '',
      expansions,
    }),
  );
  const built = await buildIndex({ documents, embeddings });
  const numbered = built.entries.map(
    (_, entry) => new LangChainDocument({ pageContent: '', metadata: { entry } }),
  );
  const index = await createSearchIndex({
    ...built,
    store: new ExactVectorStore(embeddings, { table: built.vectors, documents: numbered }),
  });
  const spelling = new SpellingCorrector(await index.wordCounts(), () => true);
  return {
    index,
    retriever: new DeclarationRetriever({ index, embeddings, spelling, ...options }),
    paragraphs: await allParagraphs(index),
    texts: documents,
  };
}
