import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../../src/adapters/index-store/langchain-documents.js';
import { readPackedVectors } from '../../src/adapters/vector-cache/packed-vectors.js';
import { readCorpusDocuments } from '../../src/composition/read-corpus-documents.js';
import { CORPUS_DIR, CORPUS_VECTORS_FILE } from '../../src/composition/shipped-files.js';
import { toDocument } from '../../src/documents/to-document.js';
import { createSentenceJudge, type JudgeSentence } from '../../src/generative/judge-sentence.js';
import { createLeaningReader, type LeaningReader } from '../../src/generative/leaning-openings.js';
import { createReplyKindReader } from '../../src/generative/reply-kinds.js';
import { createVerifier } from '../../src/generative/verification/verify-sentence.js';
import type { ClaimReader } from '../../src/ports/claim-reader.js';
import type { VocabularyEncoder } from '../../src/ports/encoder.js';
import { createSearchIndex } from '../../evaluation/memory-index.js';
import type { IndexedParagraph } from '../../src/ports/search-index.js';
import { buildIndex } from '../../evaluation/build-index.js';
import { allParagraphs } from '../../evaluation/whole-index.js';

/** What the product makes of sentences about paragraphs of an index. */
export interface OpenedJudge {
  /** All paragraphs, in the order of their texts. */
  readonly paragraphs: readonly IndexedParagraph[];
  readonly judge: JudgeSentence;
  readonly leans: LeaningReader;
}

/**
 * Opens an index over the texts that ship, their everyday questions left out.
 * @param planted further texts, by id
 */
export async function openJudge(
  embeddings: VocabularyEncoder,
  reader: ClaimReader,
  planted: Readonly<Record<string, { readonly title: string; readonly text: string }>> = {},
): Promise<OpenedJudge> {
  const { documents } = await readCorpusDocuments(CORPUS_DIR);
  const added = Object.entries(planted).map(([id, { title, text }]) =>
    toDocument({ metadata: { id, title, language: 'en' }, text }),
  );
  const built = await buildIndex({
    documents: [...documents, ...added].map((document) => ({
      ...document,
      sha256: '',
      expansions: {},
    })),
    embeddings,
    known: [await readPackedVectors(CORPUS_VECTORS_FILE, embeddings.fingerprint)],
  });
  const index = await createSearchIndex({
    ...built,
    store: new ExactVectorStore(embeddings, {
      table: built.vectors,
      documents: toLangChainDocuments(built),
    }),
  });
  return {
    paragraphs: await allParagraphs(index),
    leans: createLeaningReader(embeddings),
    judge: createSentenceJudge({
      index,
      embeddings,
      verify: createVerifier({ index, reader }),
      readKind: createReplyKindReader(embeddings),
    }),
  };
}

/** Place of a paragraph that is named `document#label`. */
export function placeOf(paragraphs: OpenedJudge['paragraphs'], address: string): number {
  const at = paragraphs.findIndex(
    ({ document, paragraph }) => `${document.id}#${paragraph.label}` === address,
  );
  if (at < 0) throw new Error(`No paragraph ${address}`);
  return at;
}
