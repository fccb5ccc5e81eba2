import { answerQuestion } from '../chat/answer-question.js';
import type { ChatReply } from '../protocol.js';
import type { Config } from './config.js';
import { loadEncoder, openAnswering, updateIndex } from './composition-root.js';

/** One answer on the terminal, citations below it. */
export async function ask(
  config: Config,
  question: string,
  { json }: { readonly json: boolean },
): Promise<void> {
  const encoder = await loadEncoder(config);
  await updateIndex(config, encoder);
  const dependencies = await openAnswering(config, encoder);
  const inquiry = { messages: [{ role: 'user' as const, content: question }] };
  for await (const event of answerQuestion(dependencies, inquiry, {
    signal: new AbortController().signal,
  })) {
    if (event.type === 'answer') {
      console.log(json ? JSON.stringify(event.reply, undefined, 2) : render(event.reply));
    }
  }
}

function render(reply: ChatReply): string {
  if (!reply.answered) {
    const nearest = reply.nearest.map(
      ({ documentTitle, paragraph, text }) =>
        `  ${readable(documentTitle)}, ${paragraph}\n    ${shorten(readable(text))}`,
    );
    return [
      readable(reply.answer),
      ...(nearest.length > 0 ? ['', 'Nearest paragraphs:', ...nearest] : []),
    ].join('\n');
  }
  const sources = reply.citations.map(
    ({ number, documentTitle, section, paragraph, quote, url }) =>
      `[${number}] ${readable([...new Set([documentTitle, ...section])].join(' · '))}, ` +
      `${paragraph} (${url})\n    “${readable(quote)}”`,
  );
  return [...reply.answer.split('\n').map(readable), '', ...sources].join('\n');
}

/**
 * On one line, and without the control characters by which a text could write to the terminal more
 * than words.
 */
function readable(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/\p{Cc}/gu, '');
}

function shorten(text: string): string {
  const MAX_CHARACTERS = 200;
  return text.length <= MAX_CHARACTERS
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', MAX_CHARACTERS))} …`;
}
