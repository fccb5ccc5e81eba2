import type { AskChatModel, ChatFailure, ChatFailureReason } from '../../ports/chat-model.js';
import { DeclarationChatError } from '../../errors.js';
import type { IndexedDocument } from '../../types.js';
import {
  fillExpansionPrompt,
  type ExpansionPrompt,
  type ExpansionRequest,
} from './expansion-request.js';
import { WriteBuffer, type SaveExpansions } from './write-buffer.js';
import { forEachConcurrently } from './for-each-concurrently.js';
import { questionKey } from './parse-expansion.js';
import { writeExpansion } from './write-expansion.js';

export const CONCURRENCY = 4;
/**
 * So many failures one after the other are no accident: going on would cost time and money for
 * nothing.
 */
const MAX_FAILURES_IN_A_ROW = 5;
/** No other paragraph would fare better. */
const HOPELESS: readonly ChatFailureReason[] = ['key-refused', 'not-found'];

export interface ExpandOptions {
  /** Paragraphs that have no questions yet. */
  readonly requests: readonly ExpansionRequest[];
  readonly ask: AskChatModel;
  readonly prompt: ExpansionPrompt;
  /** Called every few paragraphs, and never while a call is under way. */
  readonly save: SaveExpansions;
  /** Called with the number of paragraphs that have been dealt with. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface SkippedParagraph extends ExpansionRequest {
  /** For the person who keeps the corpus. */
  readonly reason: string;
}

export interface ExpandOutcome {
  readonly written: number;
  readonly skipped: readonly SkippedParagraph[];
}

/**
 * Has a chat model write everyday questions for paragraphs. What has been written is saved every
 * few paragraphs, and also where it ends early.
 * @throws DeclarationChatError `chat-model-failed` where the model cannot be asked at all, or fails
 *   again and again; what `save` throws; what the signal was aborted with
 */
export async function expandDocuments({
  requests,
  ask,
  prompt,
  save,
  onProgress,
  signal,
}: ExpandOptions): Promise<ExpandOutcome> {
  const buffer = new WriteBuffer(requests, save);
  const taken = takenQuestions(requests);
  const skipped: SkippedParagraph[] = [];
  let written = 0;
  let failuresInARow = 0;
  const expand = async (request: ExpansionRequest): Promise<void> => {
    const filled = await fillExpansionPrompt(prompt, request);
    const { expansion, failure } = await writeExpansion(filled, {
      ask,
      taken: taken.get(request.document.id) ?? new Set(),
      signal,
    });
    if (expansion !== undefined) {
      failuresInARow = 0;
      written += 1;
      await buffer.put({ ...request, expansion });
    } else {
      failuresInARow += 1;
      if (HOPELESS.includes(failure.reason) || failuresInARow === MAX_FAILURES_IN_A_ROW) {
        throw modelFailed(failure);
      }
      skipped.push({ ...request, reason: failure.message });
    }
    onProgress?.(written + skipped.length);
  };
  try {
    await forEachConcurrently(requests, CONCURRENCY, expand);
  } finally {
    await buffer.save();
  }
  return { written, skipped };
}

/** Keys of the questions that each document has already. */
function takenQuestions(requests: readonly ExpansionRequest[]): ReadonlyMap<string, Set<string>> {
  const documents = new Set(requests.map(({ document }) => document));
  const keysOf = ({ expansions }: IndexedDocument): Set<string> =>
    new Set(Object.values(expansions).flatMap(({ questions }) => questions.map(questionKey)));
  return new Map([...documents].map((document) => [document.id, keysOf(document)]));
}

function modelFailed({ message }: ChatFailure): DeclarationChatError {
  return new DeclarationChatError(
    'chat-model-failed',
    `${message} The questions written so far are kept; the same command goes on from there.`,
  );
}
