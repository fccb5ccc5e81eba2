import { Document as LangChainDocument } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import { nextTurn } from '../concurrency/next-turn.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import type { PassageReader } from '../ports/passage-reader.js';
import type { SearchIndex } from '../ports/search-index.js';
import { during, type Stages } from '../ports/stages.js';
import type { Inquiry } from '../types.js';
import type { Aspect } from './aspect.js';
import { choose } from './choose.js';
import { fuse } from './fuse.js';
import { load } from './load.js';
import type { CondenseQuestion } from './query/condense-question.js';
import type { Context } from './query/follow-up.js';
import { planQuery } from './query/plan-query.js';
import { referenceOutcome } from './query/question-targets.js';
import type { SpellingCorrector } from './query/spelling-corrector.js';
import { read } from './read.js';
import { rerank } from './rerank.js';
import type { Evidence, Weights } from './search/evidence.js';
import { embedOnce } from './search/embed-once.js';
import { search } from './search/search.js';
import { DEFAULT_TOP_K, DEFAULT_WEIGHTS } from './settings.js';
import { standsAlone } from './stands-alone.js';
import type { RetrievalSteps } from './trace-of.js';

export interface Retrieval {
  /** What was searched for: the question, made standalone where it leaned on earlier messages. */
  readonly query: string;
  /** The question as it was asked, or made standalone by a model; spelling mended. */
  readonly question: string;
  /** What was said before that it leans on; nothing where it stands alone. */
  readonly context: Context;
  /** BCP 47 tag of the language of the question. */
  readonly language: string;
  /** Whether that is the language of none of the texts that were searched. */
  readonly foreign: boolean;
  /** How many paragraphs the texts have that were searched. */
  readonly paragraphCount: number;
  /** At least one. */
  readonly aspects: readonly Aspect[];
  /** All aspects' evidence in one list, best first, at most `topK`. */
  readonly evidence: readonly Evidence[];
  /**
   * Whether the question names a place in the texts by its number, and whether there is such a
   * place.
   */
  readonly reference: 'none' | 'found' | 'unknown';
  /** How it came about, for whoever wants to see inside with `traceOf`. */
  readonly steps: RetrievalSteps;
}

export interface RetrieverOptions {
  readonly index: SearchIndex;
  readonly embeddings: QuestionEncoder;
  readonly spelling: SpellingCorrector;
  /** Reads the best paragraphs with the question; without one, order is by the vectors and words. */
  readonly reader?: PassageReader | undefined;
  /** {@link DEFAULT_WEIGHTS} unless given. */
  readonly weights?: Weights;
  /** Of the LangChain retriever; {@link DEFAULT_TOP_K} unless given. */
  readonly topK?: number;
  /**
   * Makes the last question standalone; where it does not, rules say what it would lean on, and both
   * readings of it are searched for.
   */
  readonly condense?: CondenseQuestion | undefined;
  /** Told of what a question goes through here. */
  readonly stages?: Stages | undefined;
}

/**
 * Finds the paragraphs that bear on a question; as a LangChain retriever it drops into any chain.
 */
export class DeclarationRetriever extends BaseRetriever {
  override readonly lc_namespace = ['declaration_chat', 'retrieval'];
  readonly #options: RetrieverOptions;

  constructor(options: RetrieverOptions) {
    super();
    this.#options = options;
  }

  /** @throws what the signal was aborted with */
  async retrieve(
    inquiry: Inquiry,
    { topK, signal }: { readonly topK: number; readonly signal?: AbortSignal },
  ): Promise<Retrieval> {
    const { index, spelling, reader, condense, stages, weights = DEFAULT_WEIGHTS } = this.#options;
    const embeddings = embedOnce(this.#options.embeddings);
    const readerOf = (language: string): PassageReader | undefined =>
      reader?.reads(language) === true ? reader : undefined;
    const searching = { index, embeddings, weights, stages, signal };
    const plan = await during(stages, 'plan', () =>
      planQuery(inquiry, {
        index,
        spelling,
        condense,
        standsAlone: (asked) =>
          standsAlone(asked, { ...searching, reader: readerOf(asked.language) }),
        signal,
      }),
    );
    const searched = await search(plan, searching);
    await nextTurn();
    const loaded = await load(fuse(searched), { index, targets: plan.targets, topK });
    const readings = await read(loaded, {
      index,
      reader: readerOf(plan.language),
      weights,
      signal,
    });
    await nextTurn();
    const ranked = rerank(readings, plan.targets);
    const choice = choose(ranked, { topK });
    return {
      query: plan.query,
      question: plan.question,
      context: plan.context,
      language: plan.language,
      foreign: plan.foreign,
      paragraphCount: plan.paragraphCount,
      aspects: choice.aspects,
      evidence: choice.evidence,
      reference: referenceOutcome(plan.targets),
      steps: { plan, weights, ranked, choice },
    };
  }

  override async _getRelevantDocuments(query: string): Promise<LangChainDocument[]> {
    const { evidence } = await this.retrieve(
      { messages: [{ role: 'user', content: query }] },
      { topK: this.#options.topK ?? DEFAULT_TOP_K },
    );
    return evidence.map(
      ({ paragraph: { document, paragraph }, score }) =>
        new LangChainDocument({
          pageContent: paragraph.text,
          metadata: {
            documentId: document.id,
            documentTitle: document.title,
            paragraph: paragraph.label,
            section: paragraph.section,
            start: paragraph.start,
            end: paragraph.end,
            score,
          },
        }),
    );
  }
}
