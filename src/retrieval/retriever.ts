import { Document as LangChainDocument } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { SpellingCorrector } from '../ranking/spelling.js';
import type { Inquiry } from '../types.js';
import { DEFAULT_WEIGHTS, gatherEvidence, prepareProbe, type Evidence, type Probe, type QuestionEmbeddings, type Weights } from './evidence.js';
import { contextOf, standaloneQuery } from './follow-up.js';
import type { IndexedParagraph, SearchIndex } from './search-index.js';

/** How much what was said before counts beside the question that leans on it. */
const EARLIER_QUESTION_WEIGHT = 0.5;
const EARLIER_ANSWER_WEIGHT = 0.3;
const DEFAULT_TOP_K = 10;

export interface Retrieval {
  /** What was searched for: the question, made standalone where it leaned on earlier messages. */
  readonly query: string;
  /** The question, spelling mended, then what it leans on; never empty. */
  readonly probes: readonly WeightedProbe[];
  /** Best first, at most `topK`. */
  readonly evidence: readonly Evidence[];
}

/** A text that is searched for, and how much it counts beside the question's own 1. */
export interface WeightedProbe {
  readonly probe: Probe;
  readonly weight: number;
}

interface Ranking {
  readonly weight: number;
  readonly evidence: ReadonlyMap<number, Evidence>;
}

export interface RetrieverOptions {
  readonly index: SearchIndex;
  readonly embeddings: QuestionEmbeddings;
  readonly spelling: SpellingCorrector;
  /** Of the LangChain retriever; 10 unless given. */
  readonly topK?: number;
  readonly weights?: Weights;
}

/** Finds the paragraphs that bear on a question; as a LangChain retriever it drops into any chain. */
export class DeclarationRetriever extends BaseRetriever {
  override readonly lc_namespace = ['declaration_chat', 'retrieval'];
  readonly #options: RetrieverOptions;

  constructor(options: RetrieverOptions) {
    super();
    this.#options = options;
  }

  async retrieve({ messages, documents }: Inquiry, { topK, signal }: { readonly topK: number; readonly signal?: AbortSignal }): Promise<Retrieval> {
    const { index, embeddings, spelling, weights = DEFAULT_WEIGHTS } = this.#options;
    const question = spelling.correct(messages.at(-1)?.content ?? '');
    const context = contextOf(messages);
    const accepts = ({ document }: IndexedParagraph): boolean => documents === undefined || documents.includes(document.id);
    const probes: WeightedProbe[] = [];
    const lists: Ranking[] = [];
    for (const { text, weight } of [{ text: question, weight: 1 }, ...earlierTexts(context)]) {
      signal?.throwIfAborted();
      const probe = await prepareProbe(embeddings, text);
      probes.push({ probe, weight });
      lists.push({ weight, evidence: await gatherEvidence(index, probe, { accepts, weights }) });
    }
    signal?.throwIfAborted();
    return { query: standaloneQuery(question, context), probes, evidence: combine(lists).slice(0, topK) };
  }

  override async _getRelevantDocuments(query: string): Promise<LangChainDocument[]> {
    const { evidence } = await this.retrieve({ messages: [{ role: 'user', content: query }] }, { topK: this.#options.topK ?? DEFAULT_TOP_K });
    return evidence.map(
      ({ paragraph: { document, paragraph }, score }) =>
        new LangChainDocument({
          pageContent: paragraph.text,
          metadata: { documentId: document.id, documentTitle: document.title, paragraph: paragraph.label, section: paragraph.section, start: paragraph.start, end: paragraph.end, score },
        }),
    );
  }
}

function earlierTexts({ questions, answer }: ReturnType<typeof contextOf>): { readonly text: string; readonly weight: number }[] {
  if (questions.length === 0) return [];
  const earlier = [{ text: questions.join(' '), weight: EARLIER_QUESTION_WEIGHT }];
  return answer === undefined ? earlier : [...earlier, { text: answer, weight: EARLIER_ANSWER_WEIGHT }];
}

/** Adds up what each text says of a paragraph. The parts stay those of the question itself where it found the paragraph. */
function combine(lists: readonly Ranking[]): Evidence[] {
  const total = lists.reduce((sum, { weight }) => sum + weight, 0);
  const combined = new Map<number, Evidence>();
  for (const { weight, evidence } of lists) {
    for (const [number, found] of evidence) {
      const sofar = combined.get(number);
      const share = (weight * found.score) / total;
      combined.set(number, sofar === undefined ? { ...found, score: share } : { ...sofar, score: sofar.score + share });
    }
  }
  return [...combined.values()].sort((a, b) => b.score - a.score || a.paragraph.number - b.paragraph.number);
}
