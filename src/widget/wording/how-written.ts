import type { ChatReply } from '../../protocol.js';
import type { Phrases } from '../../language/rules/phrases.js';

/** Who wrote an answer, where a reader cannot see that. Empty for most abstentions. */
export function howWritten(reply: ChatReply, strings: Phrases): string {
  const said: string[] = [];
  if (reply.answered) {
    if (reply.mode === 'generative') said.push(strings.generative);
    else said.push(reply.fallback === undefined ? strings.extractive : strings.fallback);
    if (reply.truncated) said.push(strings.incomplete);
  }
  if (reply.notice !== undefined) said.push(reply.notice);
  return said.join(' ');
}
