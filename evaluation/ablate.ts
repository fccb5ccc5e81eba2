import type { VectorStore } from '@langchain/core/vectorstores';
import { buildIndex } from './build-index.js';
import type { QuestionEncoder } from '../src/ports/encoder.js';
import type { Weights } from '../src/retrieval/search/evidence.js';
import type { DeclarationRetriever } from '../src/retrieval/retriever.js';
import { createSearchIndex } from './memory-index.js';
import type { SearchIndex } from '../src/ports/search-index.js';
import type { IndexContent, IndexedDocument } from '../src/types.js';
import { ARMS, weightsOf } from './retrieval-variants.js';
import { judgeRanking } from './judge.js';
import { inquiryOf, type JudgedQuestion } from './judged-question.js';
import { bootstrapInterval } from './metrics/bootstrap.js';
import { mean } from './metrics/mean.js';
import { hitAtK, ndcgAtK, reciprocalRank } from './metrics/ranking.js';
import { SEARCH_DEPTH, type RankingJudgement } from './outcome.js';
import { rememberEmbeddings, type SizedEmbeddings } from './remembered-embeddings.js';
import type { AblationRow } from './report.js';
import { SourceTexts } from './source-texts.js';

/** What a system is taken apart into, and put together from again without one of its parts. */
export interface AblatedParts {
  readonly documents: readonly IndexedDocument[];
  readonly embeddings: SizedEmbeddings;
  readonly createStore: (content: IndexContent) => VectorStore;
  readonly createRetriever: (
    index: SearchIndex,
    options: { readonly embeddings: QuestionEncoder; readonly weights: Weights },
  ) => Promise<DeclarationRetriever>;
}

export interface AblateOptions {
  readonly signal: AbortSignal;
  /** In questions asked; each is asked once for every row of the table. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/**
 * With and without the expansion questions, and the headings above the paragraphs. The whole comes
 * last.
 */
const INDEXES = [
  { questions: false, headings: false },
  { questions: false, headings: true },
  { questions: true, headings: false },
  { questions: true, headings: true },
] as const;

/**
 * How well the answerable questions' paragraphs are found with parts of the retriever left out;
 * empty where none is answerable.
 */
export async function ablate(
  parts: AblatedParts,
  questions: readonly JudgedQuestion[],
  { signal, onProgress }: AblateOptions,
): Promise<AblationRow[]> {
  const embeddings = rememberEmbeddings(parts.embeddings);
  const answerable = questions.filter((question) => question.answerable);
  if (answerable.length === 0) return [];
  const texts = new SourceTexts(parts.documents);
  const found: (Omit<AblationRow, 'figures' | 'mrrDifference'> & {
    readonly rankings: readonly RankingJudgement[];
  })[] = [];
  for (const variant of INDEXES) {
    const content = await buildIndex({
      documents: parts.documents.map((document) => without(document, variant)),
      embeddings,
      signal,
    });
    const index = await createSearchIndex({ ...content, store: parts.createStore(content) });
    for (const arm of ARMS) {
      const retriever = await parts.createRetriever(index, { embeddings, weights: weightsOf(arm) });
      found.push({
        ...variant,
        arm,
        rankings: await rankAll(retriever, answerable, { texts, signal }),
      });
      onProgress?.({
        done: found.length * answerable.length,
        total: INDEXES.length * ARMS.length * answerable.length,
      });
    }
  }
  const whole = found.at(-1)?.rankings ?? [];
  return found.map(({ rankings, ...variant }) => ({
    ...variant,
    figures: figuresOf(rankings),
    mrrDifference: differenceTo(whole, rankings),
  }));
}

function without(
  document: IndexedDocument,
  { questions, headings }: (typeof INDEXES)[number],
): IndexedDocument {
  return {
    ...document,
    expansions: questions ? document.expansions : {},
    paragraphs: headings
      ? document.paragraphs
      : document.paragraphs.map((paragraph) => ({ ...paragraph, section: [] })),
  };
}

async function rankAll(
  retriever: DeclarationRetriever,
  questions: readonly JudgedQuestion[],
  { texts, signal }: { readonly texts: SourceTexts; readonly signal: AbortSignal },
): Promise<RankingJudgement[]> {
  const rankings: RankingJudgement[] = [];
  for (const question of questions) {
    const { evidence } = await retriever.retrieve(inquiryOf(question), {
      topK: SEARCH_DEPTH,
      signal,
    });
    // The other arm's candidates come last with a score of 0; among them the order says nothing.
    const found = evidence
      .filter(({ score }) => score > 0)
      .map(({ paragraph: { document, paragraph } }) => ({
        documentId: document.id,
        paragraph: paragraph.label,
        text: paragraph.text,
      }));
    rankings.push(judgeRanking(question, found, texts));
  }
  return rankings;
}

function figuresOf(rankings: readonly RankingJudgement[]): AblationRow['figures'] {
  return {
    hitAt1: mean(rankings.map(({ firstRank }) => hitAtK(firstRank, 1))) ?? 0,
    hitAt5: mean(rankings.map(({ completeRank }) => hitAtK(completeRank, 5))) ?? 0,
    mrrAt10: mean(rankings.map(({ firstRank }) => reciprocalRank(firstRank, SEARCH_DEPTH))) ?? 0,
    ndcgAt10:
      mean(
        rankings.map(({ relevance, relevantCount }) =>
          ndcgAtK(relevance, { k: SEARCH_DEPTH, relevantCount }),
        ),
      ) ?? 0,
  };
}

function differenceTo(
  whole: readonly RankingJudgement[],
  rankings: readonly RankingJudgement[],
): AblationRow['mrrDifference'] {
  const gain = ({ firstRank }: RankingJudgement): number => reciprocalRank(firstRank, SEARCH_DEPTH);
  const differences = rankings.map((ranking, i) => gain(ranking) - gain(whole[i] ?? ranking));
  return bootstrapInterval(differences, mean) ?? { low: 0, high: 0 };
}
