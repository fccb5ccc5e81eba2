import type {
  ChatEvent,
  ChatReply,
  ChatRequest,
  Citation,
  DocumentDetail,
  DocumentList,
  FeedbackRequest,
  ScoredPassage,
  SearchReply,
  SearchRequest,
  SuggestionList,
} from '../protocol.js';
import { chatEvents } from './chat-events.js';
import { toJson } from './json.js';
import { requestFailure } from './request-failed-error.js';

export type * from '../protocol.js';
export { RequestFailedError } from './request-failed-error.js';

export interface ClientOptions {
  /** Where the server is, such as `https://chat.example.org`; a path before its own is kept. */
  readonly server: string;
  /** In the place of the platform's own. */
  readonly fetch?: typeof fetch;
  /** Sent with every request, such as those that a proxy asks for. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface SuggestionOptions extends CallOptions {
  /** Ids of the documents to stay within; all where absent or empty. */
  readonly documents?: readonly string[];
}

/**
 * Every method rejects with a {@link RequestFailedError} where the server refuses or fails, with
 * the signal's reason where that aborts, and with what `fetch` throws where there is no server.
 */
export interface DeclarationClient {
  /** Answers a question, or a conversation whose last message is one. */
  readonly ask: (asked: string | ChatRequest, options?: CallOptions) => Promise<ChatReply>;
  /**
   * The same as it comes: `passages`, then `citation` and `delta`, then one `answer`. A server that
   * says nothing for 45 seconds is taken for gone.
   */
  readonly stream: (
    asked: string | ChatRequest,
    options?: CallOptions,
  ) => AsyncGenerator<ChatEvent, void, void>;
  /** The paragraphs that bear on a question, best first. */
  readonly search: (asked: string | SearchRequest, options?: CallOptions) => Promise<SearchReply>;
  readonly documents: (options?: CallOptions) => Promise<DocumentList>;
  /** A text with its paragraphs. */
  readonly document: (id: string, options?: CallOptions) => Promise<DocumentDetail>;
  /** Questions to begin with. */
  readonly suggestions: (options?: SuggestionOptions) => Promise<SuggestionList>;
  /** Says whether a reply with `feedback: true` helped. */
  readonly judge: (verdict: FeedbackRequest, options?: CallOptions) => Promise<void>;
  /** Where a paragraph can be read; of a citation, with its words marked. */
  readonly addressOf: (place: ScoredPassage | Citation) => string;
}

interface Call extends CallOptions {
  /** Sent as JSON; a GET where there is none. */
  readonly body?: object;
  readonly accept?: 'text/event-stream';
}

/** Speaks to a server over HTTP: in browsers, in Node and wherever else there is `fetch`. */
export function createClient(options: ClientOptions): DeclarationClient {
  const base = options.server.replace(/\/$/u, '');
  const call = (path: string, what: Call): Promise<Response> => send(base + path, what, options);
  const json = async <Reply>(path: string, what: Call = {}): Promise<Reply> =>
    (await (await call(path, what)).json()) as Reply;
  return {
    ask: (asked, more) => json('/api/chat', { ...more, body: bodyOf(asked) }),
    stream: (asked, { signal = new AbortController().signal } = {}) =>
      chatEvents(
        (either) =>
          call('/api/chat', { body: bodyOf(asked), accept: 'text/event-stream', signal: either }),
        signal,
      ),
    search: (asked, more) => json('/api/search', { ...more, body: bodyOf(asked) }),
    documents: (more) => json('/api/documents', more),
    document: (id, more) => json(`/api/documents/${encodeURIComponent(id)}`, more),
    suggestions: ({ documents = [], ...more } = {}) =>
      json(
        `/api/suggestions${documents.length > 0 ? `?documents=${encodeURIComponent(documents.join())}` : ''}`,
        more,
      ),
    judge: async (verdict, more) => {
      await call('/api/feedback', { ...more, body: verdict });
    },
    addressOf: (place) => {
      const [path = '', anchor = ''] = place.url.split('#');
      const quote = 'start' in place ? `?quote=${place.start}-${place.end}` : '';
      return `${base}${path}${quote}#${anchor}`;
    },
  };
}

function bodyOf(asked: string | object): object {
  return typeof asked === 'string' ? { question: asked } : asked;
}

async function send(
  address: string,
  { body, accept, signal }: Call,
  { fetch: fetchBy = fetch, headers }: ClientOptions,
): Promise<Response> {
  const response = await fetchBy(address, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...headers,
      accept: accept ?? 'application/json',
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    body: body ? toJson(body) : null,
    signal: signal ?? null,
  });
  if (response.ok) return response;
  throw requestFailure(response.status, await response.json().catch(() => undefined));
}
