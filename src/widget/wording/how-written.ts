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
  // What a side says of itself stands there.
  const sides = (reply.answered && reply.sides) || [];
  const rest = sides.reduce(
    (left, { notice = '' }) => left.replace(notice, ''),
    reply.notice ?? '',
  );
  return [...said, rest.trim()].join(' ').trim();
}
