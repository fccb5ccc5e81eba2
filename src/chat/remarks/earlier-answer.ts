import type { PickedExcerpts } from '../../answering/quoting/pick-excerpts.js';
import type { Retrieval } from '../../retrieval/retriever.js';
import type { Inquiry } from '../../types.js';
import type { AnswerDependencies } from '../answer-dependencies.js';
import { pickAnswer } from '../pick-answer.js';

/** What the last question that was asked of the texts is answered with. */
export interface EarlierAnswer {
  readonly retrieval: Retrieval;
  readonly picked: PickedExcerpts;
  /** All that the service has said so far. */
  readonly said: readonly string[];
}

export interface EarlierAnswerOptions {
  readonly topK: number;
  readonly signal: AbortSignal;
}

/** Undefined where nothing was asked before, or the texts did not answer it. */
export async function earlierAnswer(
  dependencies: AnswerDependencies,
  { messages, documents }: Inquiry,
  { topK, signal }: EarlierAnswerOptions,
): Promise<EarlierAnswer | undefined> {
  const { retriever, readRemark } = dependencies;
  let end = messages.length - 1;
  for (; end > 0; end--) {
    const message = messages[end - 1];
    if (message?.role !== 'user') continue;
    if ((await readRemark?.(message.content)) === undefined) break;
  }
  if (end === 0) return undefined;
  const asked: Inquiry = { messages: messages.slice(0, end), ...(documents && { documents }) };
  const retrieval = await retriever.retrieve(asked, { topK, signal });
  const { picked, decision } = await pickAnswer(dependencies, asked, retrieval);
  if (!decision.answerable || picked.excerpts.length === 0) return undefined;
  const said = messages.filter(({ role }) => role === 'assistant').map(({ content }) => content);
  return { retrieval, picked, said };
}
