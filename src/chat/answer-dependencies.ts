import type { DecideAnswerable } from '../answering/abstention/decide-answerable.js';
import type { AnswerAboutDocument } from '../answering/document-questions/answer-about-document.js';
import type { GenerateAnswer } from '../generative/generate-answer.js';
import type { Log } from '../ports/log.js';
import type { Stages } from '../ports/stages.js';
import type { DeclarationRetriever } from '../retrieval/retriever.js';
import type { SearchIndex } from '../ports/search-index.js';
import type { ReadRemark } from './remarks/read-remark.js';

/** What questions are answered with. */
export interface AnswerDependencies {
  readonly index: SearchIndex;
  readonly retriever: DeclarationRetriever;
  /** Whether the texts answer the question, as far as its evidence tells. */
  readonly decide: DecideAnswerable;
  /**
   * Answers questions about a text as a whole, from its own words also where a chat model has the
   * word else: what is found for them is not what they ask for. As other questions where absent.
   */
  readonly aboutDocument?: AnswerAboutDocument;
  /** Tells what is said to the service itself; none is told where absent. */
  readonly readRemark?: ReadRemark;
  /** What is said where the texts do not answer. */
  readonly abstention: (documentTitles: readonly string[]) => Promise<string>;
  /** What is said where that is unsure, above the closest words; the abstention where absent. */
  readonly unsure?: (documentTitles: readonly string[]) => Promise<string>;
  /**
   * What is said where no word of the question leads anywhere, as in another language; the
   * abstention where absent.
   */
  readonly nothingFound?: (
    documentTitles: readonly string[],
    languages: readonly string[],
  ) => Promise<string>;
  /** Has a chat model say the answer; the texts' own sentences where absent. */
  readonly generate?: GenerateAnswer | undefined;
  /** Whether a question may be offered to go on with; any where absent. */
  readonly mayOffer?: ((question: string) => boolean) | undefined;
  /** Is told why a question was not answered. */
  readonly log?: Log | undefined;
  /** Told of what a question goes through here. */
  readonly stages?: Stages | undefined;
}
