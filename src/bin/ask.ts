import type { AnswerDependencies } from '../chat/answer-dependencies.js';
import { answerQuestion } from '../chat/answer-question.js';
import type { AnswerTrace } from '../chat/answer-trace.js';
import type { ChatReply } from '../protocol.js';
import { loadModels, openAnswering, updateOwnIndex } from './composition-root.js';
import type { Config } from './config/config.js';
import { AS_JSON_LINES, converse, IN_WORDS, type Replier } from './converse.js';
import { renderAnswer, type RenderOptions } from './render-answer.js';
import { renderExplanation } from './render-explanation.js';
import { terminalOf } from './terminal.js';

export interface AskOptions {
  /** As the chat endpoint would send it. */
  readonly json: boolean;
  /** With how it came about. */
  readonly explain: boolean;
}

/** Of JSON for people to look at as well. */
const INDENT = 2;

/** Answers one question on the terminal, or those of a conversation where none is given. */
export async function ask(
  config: Config,
  question: string | undefined,
  options: AskOptions,
): Promise<void> {
  const models = await loadModels(config);
  try {
    for (const line of await updateOwnIndex(config, models.encoder)) console.error(line);
    const dependencies = await openAnswering(config, models);
    const reply = replier(dependencies, {
      config,
      ...options,
      indent: question === undefined ? undefined : INDENT,
    });
    if (question === undefined) {
      const documents = dependencies.index.documents.length;
      await converse({ reply, documents, show: options.json ? AS_JSON_LINES : IN_WORDS });
    } else {
      const { text } = await reply([{ role: 'user', content: question }]);
      console.log(text);
    }
  } finally {
    models.close();
  }
}

interface ReplierOptions extends AskOptions {
  readonly config: Config;
  /** Of JSON, spaces; a value is a line where it is absent. */
  readonly indent: number | undefined;
}

function replier(
  dependencies: AnswerDependencies,
  { config, json, explain, indent }: ReplierOptions,
): Replier {
  const options: RenderOptions = {
    terminal: terminalOf(process.stdout, process.env),
    server: `http://${config.host}:${config.port}`,
  };
  return async (messages, signal = new AbortController().signal) => {
    let explanation: AnswerTrace | undefined;
    const onTrace = (trace: AnswerTrace): void => {
      explanation = trace;
    };
    for await (const event of answerQuestion(
      dependencies,
      { messages },
      { signal, onTrace: explain ? onTrace : undefined },
    )) {
      if (event.type !== 'answer') continue;
      const text = json
        ? JSON.stringify(
            explain ? { reply: event.reply, explanation } : event.reply,
            undefined,
            indent,
          )
        : asText(event.reply, { explanation, options });
      return { reply: event.reply, text };
    }
    throw new Error('No answer was given.');
  };
}

function asText(
  reply: ChatReply,
  {
    explanation,
    options,
  }: { readonly explanation: AnswerTrace | undefined; readonly options: RenderOptions },
): string {
  const answer = renderAnswer(reply, options);
  return explanation === undefined ? answer : `${answer}\n\n${renderExplanation(explanation)}`;
}
