import { answerQuestion } from '../chat/answer-question.js';
import type { AnswerTrace } from '../chat/answer-trace.js';
import type { ChatReply } from '../protocol.js';
import type { Models } from '../composition/open-models.js';
import type { Config } from './config.js';
import { loadModels, openAnswering, updateIndex } from './composition-root.js';
import { renderAnswer } from './render-answer.js';
import { renderExplanation } from './render-explanation.js';

export interface AskOptions {
  /** As the chat endpoint would send it. */
  readonly json: boolean;
  /** With how it came about. */
  readonly explain: boolean;
}

/** One answer on the terminal. */
export async function ask(config: Config, question: string, options: AskOptions): Promise<void> {
  const models = await loadModels(config);
  try {
    await answerOne({ config, models }, question, options);
  } finally {
    models.close();
  }
}

async function answerOne(
  { config, models }: { readonly config: Config; readonly models: Models },
  question: string,
  { json, explain }: AskOptions,
): Promise<void> {
  await updateIndex(config, models.encoder);
  const dependencies = await openAnswering(config, models);
  let explanation: AnswerTrace | undefined;
  for await (const event of answerQuestion(
    dependencies,
    { messages: [{ role: 'user', content: question }] },
    {
      signal: new AbortController().signal,
      onTrace: explain
        ? (trace) => {
            explanation = trace;
          }
        : undefined,
    },
  )) {
    if (event.type === 'answer') console.log((json ? asJson : asText)(event.reply, explanation));
  }
}

function asJson(reply: ChatReply, explanation: AnswerTrace | undefined): string {
  return JSON.stringify(explanation === undefined ? reply : { reply, explanation }, undefined, 2);
}

function asText(reply: ChatReply, explanation: AnswerTrace | undefined): string {
  return explanation === undefined
    ? renderAnswer(reply)
    : `${renderAnswer(reply)}\n\n${renderExplanation(explanation)}`;
}
