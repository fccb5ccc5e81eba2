import type {
  ChatEvent,
  ChatReply,
  Citation,
  NearestPassage,
  ScoredPassage,
} from '../../src/protocol.js';
import type { ChatBackend } from '../../src/server/dependencies.js';
import type { ListedDocument } from '../../src/ports/search-index.js';
import type { Document, Inquiry, Paragraph } from '../../src/types.js';

/** A document of paragraphs that are printed one a line, each as `N. words`. */
export function aDocument({
  id,
  title = id,
  lines,
}: {
  readonly id: string;
  readonly title?: string;
  readonly lines: readonly string[];
}): Document {
  const text = lines.join('\n\n');
  let at = 0;
  const paragraphs = lines.map((line): Paragraph => {
    const start = text.indexOf(line, at);
    at = start + line.length;
    const number = /^(\d+)\. /.exec(line);
    const label = number?.[1] ?? `preamble-${at}`;
    return {
      label,
      section: [],
      places: [],
      text: line,
      start,
      end: at,
      bodyStart: start + (number?.[0].length ?? 0),
    };
  });
  return { id, title, language: 'en', text, paragraphs };
}

export const RIVERS = aDocument({
  id: 'rivers-1999',
  title: 'Declaration on Rivers',
  lines: ['1. Rivers belong to those that live by them.', '2. Dams are built by consent.'],
});
export const LAKES = aDocument({
  id: 'lakes-2001',
  title: 'Declaration on Lakes',
  lines: ['1. Lakes are kept clean.'],
});

export const PASSAGE: ScoredPassage = {
  documentId: 'rivers-1999',
  documentTitle: 'Declaration on Rivers',
  paragraph: '2',
  section: [],
  text: '2. Dams are built by consent.',
  score: 0.9,
  url: '/documents/rivers-1999#p2',
};
export const CITATION: Citation = {
  number: 1,
  documentId: 'rivers-1999',
  documentTitle: 'Declaration on Rivers',
  paragraph: '2',
  section: [],
  text: '2. Dams are built by consent.',
  quote: 'Dams are built by consent.',
  start: 49,
  end: 75,
  url: '/documents/rivers-1999#p2',
};
export const NEAREST: NearestPassage = {
  ...PASSAGE,
  quote: CITATION.quote,
  start: CITATION.start,
  end: CITATION.end,
};
export const ANSWER: ChatReply = {
  id: 'reply-1',
  answer: 'Dams are built\u2028by consent. [1]',
  answered: true,
  mode: 'extractive',
  query: 'Who decides on dams?',
  citations: [CITATION],
};
export const EVENTS: readonly ChatEvent[] = [
  { type: 'passages', query: 'Who decides on dams?', passages: [PASSAGE] },
  { type: 'citation', citation: CITATION },
  { type: 'delta', text: 'Dams are built\u2028' },
  { type: 'delta', text: 'by consent. [1]' },
  { type: 'answer', reply: ANSWER },
];

export type Call =
  | { readonly of: 'answer'; readonly inquiry: Inquiry; readonly signal: AbortSignal }
  | {
      readonly of: 'search';
      readonly inquiry: Inquiry;
      readonly signal: AbortSignal;
      readonly topK: number;
    };

export interface FakeBackend extends ChatBackend {
  readonly calls: readonly Call[];
}

/** Answers every question with the same events, and remembers what it was asked. */
export function fakeBackend({
  events = () => EVENTS,
  documents = [RIVERS, LAKES],
}: {
  readonly events?: (signal: AbortSignal) => Iterable<ChatEvent> | AsyncIterable<ChatEvent>;
  readonly documents?: readonly Document[];
} = {}): FakeBackend {
  const calls: Call[] = [];
  const listed = documents.map(withoutWords);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    calls,
    async *answer(inquiry, { signal }) {
      calls.push({ of: 'answer', inquiry, signal });
      yield* events(signal);
    },
    search(inquiry, { topK, signal }) {
      calls.push({ of: 'search', inquiry, signal, topK });
      return Promise.resolve({
        query: inquiry.messages.at(-1)?.content ?? '',
        passages: [PASSAGE],
      });
    },
    documents: {
      list: () => listed,
      has: (id) => byId.has(id),
      get: (id) => Promise.resolve(byId.get(id)),
    },
  };
}

function withoutWords({ text, paragraphs, ...about }: Document): ListedDocument {
  return { ...about, paragraphCount: paragraphs.length };
}
