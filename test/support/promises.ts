import { expect } from 'vitest';
import {
  answerSentences,
  markerNumbers,
  uncitedSentences,
} from '../../evaluation/answer-sentences.js';
import type { ChatReply, Citation } from '../../src/protocol.js';
import { eventsIn } from './read-event-stream.js';
import { expectReply } from './chat-reply.js';

export interface Promised {
  /** The whole body of an event stream. */
  readonly stream: string;
  /** The sources by document id. */
  readonly texts: Readonly<Record<string, string>>;
  /** What must not be anywhere in the stream. */
  readonly never?: readonly string[];
}

/**
 * The reply of an event stream, once it keeps all that is promised of every answer, whatever wrote
 * it: one end; nothing taken back; citations before their use; no marker without a citation and no
 * citation without a marker; no sentence without a marker; every quote the source's own characters.
 */
export function expectPromises({ stream, texts, never = [] }: Promised): ChatReply {
  for (const secret of never) expect(stream).not.toContain(secret);
  const events = eventsIn(stream);
  expect(events.map(({ event }) => event).join(' ')).toMatch(
    /^passages (?:(?:citation )*delta )+answer$/u,
  );
  const reply = expectReply(JSON.parse(events.at(-1)?.data ?? ''), texts);
  const known: Citation[] = [];
  let said = '';
  for (const { event, data } of events) {
    if (event === 'citation') known.push(JSON.parse(data) as Citation);
    if (event !== 'delta') continue;
    const { text } = JSON.parse(data) as { text: string };
    said += text;
    for (const number of markerNumbers(text)) {
      expect(known.map((citation) => citation.number)).toContain(number);
    }
  }
  expect(said).toBe(reply.answer);
  expect(known).toEqual(reply.citations);
  expect(reply.answer.isWellFormed()).toBe(true);
  // Nothing that turns the direction of what is read, or cannot be seen; the word joiner keeps a
  // source's own [1948] from reading as a marker.
  expect(reply.answer.replaceAll('\u2060', '')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u);
  if (reply.answered) {
    expect(uncitedSentences(answerSentences(reply.answer), reply.citations)).toEqual([]);
  }
  return reply;
}
