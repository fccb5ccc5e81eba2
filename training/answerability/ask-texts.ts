import { ExactVectorStore } from '../../src/adapters/index-store/exact-vector-store.js';
import { toLangChainDocuments } from '../../src/adapters/index-store/langchain-documents.js';
import {
  answerabilityFeatures,
  withMatch,
  type FoundAnswer,
} from '../../src/answering/abstention/answerability-features.js';
import type { AnswerabilityFeatures } from '../../src/answering/abstention/answerability-model.js';
import { matchOf } from '../../src/answering/abstention/match-of.js';
import { textOf } from '../../src/answering/quoting/excerpt.js';
import { pickExcerpts } from '../../src/answering/quoting/pick-excerpts.js';
import { spellingFor } from '../../src/composition/spelling-for.js';
import { bearsQuote, comparable } from '../../evaluation/gold-match.js';
import { buildIndex } from '../../evaluation/build-index.js';
import { DeclarationRetriever } from '../../src/retrieval/retriever.js';
import { createSearchIndex } from '../../evaluation/memory-index.js';
import type { ChatMessage, IndexedDocument } from '../../src/types.js';
import type { Models } from './remembered-models.js';

export interface AskedQuestion {
  readonly messages: readonly ChatMessage[];
  /** What sort of question it is. */
  readonly kind: string;
  readonly answerable: boolean;
  /** Words of the texts that answer it; empty where they are not known. */
  readonly gold: readonly string[];
}

/** What the product makes of a question, and how well. */
export interface Outcome extends AskedQuestion {
  /** What abstention would weigh. */
  readonly features: AnswerabilityFeatures;
  /** Whether the question is in a language of none of the texts. */
  readonly foreign: boolean;
  /** Decided without weighing: it names a place by its number, or nothing is asked. */
  readonly plain: boolean;
  /** Place of the first paragraph that answers, from 1 on; undefined where none was found. */
  readonly rank: number | undefined;
  /** Whether what would be quoted answers, how many words that is, and which. */
  readonly shown: boolean;
  readonly words: number;
  readonly quoted: string;
}

export type Ask = (question: AskedQuestion) => Promise<Outcome>;

/** Has texts asked as the product asks them; `reading` tells whether the reader takes part. */
export async function askTexts(
  documents: readonly IndexedDocument[],
  { encoder, reader }: Models,
  { reading }: { readonly reading: boolean },
): Promise<Ask> {
  const built = await buildIndex({ documents, embeddings: encoder });
  const index = await createSearchIndex({
    ...built,
    store: new ExactVectorStore(encoder, {
      table: built.vectors,
      documents: toLangChainDocuments(built),
    }),
  });
  const retriever = new DeclarationRetriever({
    index,
    embeddings: encoder,
    reader: reading ? reader : undefined,
    spelling: await spellingFor(index, encoder, reader),
  });
  return async (question) => {
    const retrieval = await retriever.retrieve({ messages: question.messages }, { topK: 8 });
    const { excerpts } = pickExcerpts(index, retrieval.aspects);
    const found: FoundAnswer = { retrieval, excerpts };
    const features = answerabilityFeatures(index, found);
    const match = await matchOf(encoder, found);
    const bears = (text: string): boolean =>
      question.gold.some((quote) => bearsQuote(comparable(text), quote));
    const rank = retrieval.evidence.findIndex(({ paragraph }) => bears(paragraph.paragraph.text));
    const quotes = excerpts.map(textOf);
    const quoted = quotes.join(' ');
    return {
      ...question,
      features: match === undefined ? features : withMatch(features, match),
      foreign: retrieval.foreign,
      plain: retrieval.reference !== 'none' || retrieval.evidence.length === 0,
      rank: rank === -1 ? undefined : rank + 1,
      shown: quotes.some(bears),
      words: quoted.split(/\s+/u).length,
      quoted,
    };
  };
}
