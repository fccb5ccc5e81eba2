import { Document as LangChainDocument } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { SpellingCorrector } from './query/spelling-corrector.js';
import type { Inquiry } from '../types.js';
import { AspectFinder, type Aspect, type AspectFinderOptions } from './aspect-finder.js';
import { askedFor } from './query/question-targets.js';
import { splitAspects } from './query/split-aspects.js';
import type { CondenseQuestion } from './query/condense-question.js';
import type { Evidence } from './search/evidence.js';
import { contextOf, standaloneQuery } from './query/follow-up.js';
import { mergeAspects } from './fuse.js';
import { referencesIn } from './query/references.js';

const DEFAULT_TOP_K = 10;

export interface Retrieval {
  /** What was searched for: the question, made standalone where it leaned on earlier messages. */
  readonly query: string;
  /** The question as it was asked, or made standalone by a model; spelling mended. */
  readonly question: string;
  /** At least one. */
  readonly aspects: readonly Aspect[];
  /** All aspects' evidence in one list, best first, at most `topK`. */
  readonly evidence: readonly Evidence[];
  /**
   * Whether the question names a place in the texts by its number, and whether there is such a
   * place.
   */
  readonly reference: 'none' | 'found' | 'unknown';
}

export interface RetrieverOptions extends AspectFinderOptions {
  readonly spelling: SpellingCorrector;
  /** Of the LangChain retriever; 10 unless given. */
  readonly topK?: number;
  /**
   * Makes the last question standalone; where it does not, the rules of `follow-up` say what it
   * leans on.
   */
  readonly condense?: CondenseQuestion | undefined;
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

  async retrieve(
    { messages, documents }: Inquiry,
    { topK, signal }: { readonly topK: number; readonly signal?: AbortSignal },
  ): Promise<Retrieval> {
    const { index, spelling, condense } = this.#options;
    const standalone = await condense?.(messages, { signal });
    const question = spelling.correct(standalone ?? messages.at(-1)?.content ?? '');
    const context = standalone === undefined ? contextOf(messages) : { questions: [] };
    const searched = index.documents.filter(
      ({ id }) => documents === undefined || documents.includes(id),
    );
    const references = referencesIn(question);
    const asked = askedFor(index.paragraphs, {
      question,
      references,
      earlier: context.questions,
      searched,
    });
    const finder = new AspectFinder(this.#options, asked);
    const aspects: Aspect[] = [];
    for (const request of splitAspects(question, {
      documents: searched,
      within: documents && new Set(documents),
      context,
    })) {
      signal?.throwIfAborted();
      aspects.push(...(await finder.find(request)));
    }
    signal?.throwIfAborted();
    return {
      query: standaloneQuery(question, context),
      question,
      aspects,
      evidence: mergeAspects(aspects.map(({ evidence }) => evidence)).slice(0, topK),
      reference:
        references.length === 0
          ? 'none'
          : asked.named.size + asked.inNamedSection.size > 0
            ? 'found'
            : 'unknown',
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
