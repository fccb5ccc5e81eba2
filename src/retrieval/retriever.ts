import { Document as LangChainDocument } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import type { SpellingCorrector } from '../ranking/spelling.js';
import type { Inquiry } from '../types.js';
import { adjustedScore, askedFor, type Asked } from './asked.js';
import { splitAspects, WHOLE_QUESTION_WEIGHT, type AspectRequest } from './aspects.js';
import type { CondenseQuestion } from './condense-question.js';
import { DEFAULT_WEIGHTS, gatherEvidence, prepareProbe, type Evidence, type Probe, type QuestionEmbeddings, type Weights } from './evidence.js';
import { contextOf, standaloneQuery } from './follow-up.js';
import { combineRankings, mergeAspects, type Ranking } from './merge.js';
import { gainOfSplitting, halvesOf } from './halves.js';
import { referencesIn } from './references.js';
import type { IndexedParagraph, SearchIndex } from './search-index.js';

const DEFAULT_TOP_K = 10;

/** A text that is searched for, and how much it counts beside the question's own 1. */
export interface WeightedProbe {
  readonly probe: Probe;
  readonly weight: number;
}

/** One of the things that a question asks, with its own evidence, best first. */
export interface Aspect {
  /** The aspect's words, then what they lean on; never empty. */
  readonly probes: readonly WeightedProbe[];
  readonly evidence: readonly Evidence[];
  /** Paragraphs that the question names by their numbers, in the order of the texts; none for most questions. */
  readonly named: readonly IndexedParagraph[];
}

export interface Retrieval {
  /** What was searched for: the question, made standalone where it leaned on earlier messages. */
  readonly query: string;
  /** The question as it was asked, or made standalone by a model; spelling mended. */
  readonly question: string;
  /** At least one. */
  readonly aspects: readonly Aspect[];
  /** All aspects' evidence in one list, best first, at most `topK`. */
  readonly evidence: readonly Evidence[];
  /** Whether the question names a place in the texts by its number, and whether there is such a place. */
  readonly reference: 'none' | 'found' | 'unknown';
}

export interface RetrieverOptions {
  readonly index: SearchIndex;
  readonly embeddings: QuestionEmbeddings;
  readonly spelling: SpellingCorrector;
  /** Of the LangChain retriever; 10 unless given. */
  readonly topK?: number;
  readonly weights?: Weights;
  /** Makes the last question standalone; where it does not, the rules of `follow-up` say what it leans on. */
  readonly condense?: CondenseQuestion | undefined;
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
    const { index, spelling, condense } = this.#options;
    const standalone = await condense?.(messages, { signal });
    const question = spelling.correct(standalone ?? messages.at(-1)?.content ?? '');
    const context = standalone === undefined ? contextOf(messages) : { questions: [] };
    const searched = index.documents.filter(({ id }) => documents === undefined || documents.includes(id));
    const references = referencesIn(question);
    const asked = askedFor(index.paragraphs, { question, references, earlier: context.questions, searched });
    const aspects: Aspect[] = [];
    for (const request of splitAspects(question, { documents: searched, within: documents && new Set(documents), context })) {
      signal?.throwIfAborted();
      aspects.push(...(await this.#findAspects(request, asked)));
    }
    signal?.throwIfAborted();
    return {
      query: standaloneQuery(question, context),
      question,
      aspects,
      evidence: mergeAspects(aspects.map(({ evidence }) => evidence)).slice(0, topK),
      reference: references.length === 0 ? 'none' : asked.named.size + asked.inNamedSection.size > 0 ? 'found' : 'unknown',
    };
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

  /** An aspect, or the two that it turns out to be: things asked for together that different paragraphs speak of. */
  async #findAspects(request: AspectRequest, asked: Asked): Promise<Aspect[]> {
    const whole = await this.#findAspect(request, asked);
    const [own, ...leaning] = request.texts;
    if (own === undefined || whole.named.length > 0) return [whole];
    let best = { gain: 0, aspects: [whole] };
    for (const halves of halvesOf(own.text)) {
      const aspects: Aspect[] = [];
      for (const text of halves) {
        const texts = [{ text, weight: 1 }, { text: own.text, weight: WHOLE_QUESTION_WEIGHT }, ...leaning];
        aspects.push(await this.#findAspect({ ...request, texts }, asked));
      }
      const [first, second] = aspects.map(({ evidence }) => new Map(evidence.map((found) => [found.paragraph.number, found])));
      const gain = first && second ? gainOfSplitting(whole.evidence, [first, second]) : 0;
      if (gain > best.gain) best = { gain, aspects };
    }
    return best.aspects;
  }

  async #findAspect({ texts, within, preferred }: AspectRequest, asked: Asked): Promise<Aspect> {
    const { index, embeddings, weights = DEFAULT_WEIGHTS } = this.#options;
    const probes: WeightedProbe[] = [];
    const rankings: Ranking[] = [];
    for (const { text, weight } of texts) {
      const probe = await prepareProbe(embeddings, text);
      probes.push({ probe, weight });
      rankings.push({ weight, evidence: await gatherEvidence(index, probe, { within, weights, always: [...asked.named, ...asked.inNamedSection, ...asked.leantOn] }) });
    }
    const evidence = combineRankings(rankings, (found) => adjustedScore(found, asked, preferred));
    const standing = evidence.flatMap(({ paragraph }) => (asked.named.has(paragraph.number) ? [paragraph] : []));
    const inPreferred = standing.filter(({ document }) => document.id === preferred);
    return { probes, evidence, named: (inPreferred.length > 0 ? inPreferred : standing).sort((a, b) => a.number - b.number) };
  }
}
