import { adjustedScore, type Asked } from './query/question-targets.js';
import { WHOLE_QUESTION_WEIGHT, type AspectRequest } from './query/split-aspects.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import {
  DEFAULT_WEIGHTS,
  gatherEvidence,
  prepareProbe,
  type Evidence,
  type Probe,
  type Weights,
} from './search/evidence.js';
import { gainOfSplitting, halvesOf } from './query/coordination-split.js';
import { combineRankings } from './fuse.js';
import type { IndexedParagraph, SearchIndex } from './search/search-index.js';

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
  /**
   * Paragraphs that the question names by their numbers, in the order of the texts; none for most
   * questions.
   */
  readonly named: readonly IndexedParagraph[];
}

export interface AspectFinderOptions {
  readonly index: SearchIndex;
  readonly embeddings: QuestionEncoder;
  readonly weights?: Weights;
}

interface Found {
  readonly probe: Probe;
  readonly evidence: ReadonlyMap<number, Evidence>;
}

/**
 * Finds the aspects of one question. What it leans on is part of several: each text is searched for
 * once.
 */
export class AspectFinder {
  readonly #options: AspectFinderOptions;
  readonly #asked: Asked;
  readonly #found = new Map<string, Found>();

  constructor(options: AspectFinderOptions, asked: Asked) {
    this.#options = options;
    this.#asked = asked;
  }

  /**
   * An aspect, or the two that it turns out to be: things asked for together that different
   * paragraphs speak of.
   */
  async find(request: AspectRequest): Promise<readonly Aspect[]> {
    const whole = await this.#findOne(request);
    const [own, ...leaning] = request.texts;
    if (own === undefined || whole.named.length > 0) return [whole];
    let best: { readonly gain: number; readonly aspects: readonly Aspect[] } = {
      gain: 0,
      aspects: [whole],
    };
    for (const halves of halvesOf(own.text)) {
      const aspects: Aspect[] = [];
      for (const text of halves) {
        const texts = [
          { text, weight: 1 },
          { text: own.text, weight: WHOLE_QUESTION_WEIGHT },
          ...leaning,
        ];
        aspects.push(await this.#findOne({ ...request, texts }));
      }
      const [first, second] = aspects.map(
        ({ evidence }) => new Map(evidence.map((found) => [found.paragraph.number, found])),
      );
      const gain = first && second ? gainOfSplitting(whole.evidence, [first, second]) : 0;
      if (gain > best.gain) best = { gain, aspects };
    }
    return best.aspects;
  }

  async #findOne({ texts, within, preferred }: AspectRequest): Promise<Aspect> {
    const found: (Found & { readonly weight: number })[] = [];
    for (const { text, weight } of texts) {
      found.push({ weight, ...(await this.#search(text, within)) });
    }
    const evidence = combineRankings(found, (each) => adjustedScore(each, this.#asked, preferred));
    const standing = evidence.flatMap(({ paragraph }) =>
      this.#asked.named.has(paragraph.number) ? [paragraph] : [],
    );
    const inPreferred = standing.filter(({ document }) => document.id === preferred);
    return {
      probes: found,
      evidence,
      named: (inPreferred.length > 0 ? inPreferred : standing).sort((a, b) => a.number - b.number),
    };
  }

  async #search(text: string, within: AspectRequest['within']): Promise<Found> {
    const key = JSON.stringify([text, within && [...within]]);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const { index, embeddings, weights = DEFAULT_WEIGHTS } = this.#options;
    const { named, inNamedSection, leantOn } = this.#asked;
    const probe = await prepareProbe(embeddings, text);
    const found = {
      probe,
      evidence: await gatherEvidence(index, probe, {
        within,
        weights,
        always: [...named, ...inNamedSection, ...leantOn],
      }),
    };
    this.#found.set(key, found);
    return found;
  }
}
