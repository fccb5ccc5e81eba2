import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventStreamParser, type ServerSentEvent } from '../../src/client/event-stream-parser.js';

const STREAM = [
  '\uFEFF: a comment\r\n',
  'event: delta\ndata: {"text":"a\u2028b\u2029c\u0085d \v\f 😀"}\n\n',
  ': ping\n\n',
  'data: no name\r\r',
  'event:x\r\ndata:first\r\ndata:  second\r\ndata\r\n\r\n',
  'event: without data\n\n',
  'id: 7\nretry: 10\nunknown\nevent: last\ndata: Ответ 答案\n\n',
  'event: unfinished\ndata: never happens\n',
].join('');
const EVENTS: readonly ServerSentEvent[] = [
  { event: 'delta', data: '{"text":"a\u2028b\u2029c\u0085d \v\f 😀"}' },
  { event: 'message', data: 'no name' },
  { event: 'x', data: 'first\n second\n' },
  { event: 'last', data: 'Ответ 答案' },
];
const BYTES = new TextEncoder().encode(STREAM);

/** As a body is read: bytes in pieces, one decoder. */
function eventsOf(pieces: readonly Uint8Array[]): readonly ServerSentEvent[] {
  const decoder = new TextDecoder();
  const parser = new EventStreamParser();
  return pieces.flatMap((piece) => parser.push(decoder.decode(piece, { stream: true })));
}

test('lines end with a line feed, a carriage return or both, and with nothing else', () => {
  expect(eventsOf([BYTES])).toEqual(EVENTS);
});

test('however the bytes are cut, the events are the same', () => {
  for (let at = 0; at <= BYTES.length; at += 1) {
    expect(eventsOf([BYTES.slice(0, at), BYTES.slice(at)])).toEqual(EVENTS);
  }
  expect(eventsOf([...BYTES].map((byte) => Uint8Array.of(byte)))).toEqual(EVENTS);
});

test('any text, cut anywhere, reads as it does whole', () => {
  const piece = fc.constantFrom(
    '\r',
    '\n',
    '\r\n',
    'data',
    'data:',
    'data: ',
    'event: e',
    ':',
    ' ',
    'x',
    '',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const parser = new EventStreamParser();
      const cut = pieces.flatMap((text) => parser.push(text));
      expect(cut).toEqual(new EventStreamParser().push(pieces.join('')));
    }),
  );
});
