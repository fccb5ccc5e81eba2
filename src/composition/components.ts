import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { TokenBudget } from '../adapters/chat-model/token-budget.js';
import type { CreateVectorStore } from '../adapters/index-store/store-content.js';
import type { IndexPlace } from './index-place.js';
import type { VocabularyEncoder } from '../ports/encoder.js';
import type { ClaimReader } from '../ports/claim-reader.js';
import type { ChatFailure } from '../ports/chat-model.js';
import type { Log } from '../ports/log.js';
import type { PassageReader } from '../ports/passage-reader.js';
import type { Stages } from '../ports/stages.js';
import type { TokenPrices } from '../prompting/token-prices.js';
import type { TokenUsage } from '../protocol.js';

/** All that the work beside the answers says. */
export type WarningLog = Pick<Log, 'warn'>;

/** Who measures how answers come about. */
export interface Observer {
  readonly stages: Stages;
  /** Is told what a chat model has taken for a reply. */
  readonly onTokens: (usage: TokenUsage) => void;
  /** Is told how a chat model has replied: with a failure, where it was one. */
  readonly onReply: (failure: ChatFailure | undefined) => void;
}

/** What a chat model needs beside itself to be of use. */
export interface ChatModelUse {
  /** Folder of the prompts, one `NAME.md` each. */
  readonly promptsDir: string;
  readonly log: WarningLog;
  readonly observer?: Observer | undefined;
}

/** What questions are answered with. The index is one that `refreshCorpusIndex` built with the same encoder. */
export interface Components extends ChatModelUse, IndexPlace {
  readonly encoder: VocabularyEncoder;
  /** Reads the best paragraphs with the question; without one, more is refused or wrong. */
  readonly reader?: PassageReader | undefined;
  /** Reads what a chat model says; without one its meaning is not judged. */
  readonly claimReader?: ClaimReader | undefined;
  /** Is also told why questions were not answered. */
  readonly log: Log;
  readonly chatModels?: ChatModels | undefined;
  /** In the place of the index's own vector store. */
  readonly createVectorStore?: CreateVectorStore | undefined;
}

/** One model may do both. */
export interface ChatModels {
  /** Words the answers; its own retries off, since streaming has its own. */
  readonly answering: BaseChatModel;
  /** Makes follow-ups standalone. */
  readonly condensing: BaseChatModel;
  /** What both together may take; as much as they like where absent. */
  readonly budget?: TokenBudget | undefined;
  /** What their tokens cost; unknown where absent. */
  readonly prices?: TokenPrices | undefined;
  /** Whether a model is asked once more, to judge what it has written. */
  readonly verifies?: boolean | undefined;
}
