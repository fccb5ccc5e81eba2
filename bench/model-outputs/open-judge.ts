import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../../src/adapters/index-store/langchain-documents.js';
import { readPackedVectors } from '../../src/adapters/vector-cache/packed-vectors.js';
import { readCorpusDocuments } from '../../src/composition/read-corpus-documents.js';
import { CORPUS_DIR, CORPUS_VECTORS_FILE } from '../../src/composition/shipped-files.js';
import { createSentenceJudge, type Judged } from '../../src/generative/judge-sentence.js';
import { numberEvidence } from '../../src/generative/numbered-evidence.js';
import { createRefusalReader } from '../../src/generative/refusals.js';
import { createVerifier } from '../../src/generative/verification/verify-sentence.js';
import type { ClaimReader } from '../../src/ports/claim-reader.js';
import type { VocabularyEncoder } from '../../src/ports/encoder.js';
import { createSearchIndex } from '../../src/retrieval/search/search-index.js';
import { buildIndex } from '../../evaluation/build-index.js';
import type { ReplayedSentence } from './replayed.js';

/** Paragraphs before and after the cited one that a model is shown with it. */
const AROUND = 2;

/** What the product makes of a sentence, beside the paragraph that it cites and its neighbours. */
export type JudgeReplayed = (
  sentence: Pick<ReplayedSentence, 'paragraph' | 'cites' | 'text'>,
) => Promise<Judged>;

/** Opens an index over the texts that ship, their everyday questions left out. */
export async function openJudge(
  embeddings: VocabularyEncoder,
  reader: ClaimReader,
): Promise<JudgeReplayed> {
  const { documents } = await readCorpusDocuments(CORPUS_DIR);
  const built = await buildIndex({
    documents: documents.map((document) => ({ ...document, expansions: {} })),
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
  const judge = createSentenceJudge({
    index,
    embeddings,
    verify: createVerifier({ index, reader }),
    saysRefusal: createRefusalReader(embeddings),
  });
  return async ({ paragraph: address, cites, text }) => {
    const at = index.paragraphs.findIndex(
      ({ document, paragraph }) => `${document.id}#${paragraph.label}` === address,
    );
    const cited = index.paragraphs[at];
    if (cited === undefined) throw new Error(`No paragraph ${address}`);
    const evidence = numberEvidence(
      index.paragraphs.slice(Math.max(0, at - AROUND), at + AROUND + 1),
      { maxTokens: Infinity },
    ).sentences;
    const own = evidence.filter(({ paragraph }) => paragraph === cited);
    return judge({
      text,
      cited: own.filter(({ place }) => cites.includes(place + 1)),
      evidence,
      question: '',
    });
  };
}
