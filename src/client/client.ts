import type {
  ChatEvent,
  ChatReply,
  ChatRequest,
  Citation,
  DocumentDetail,
  DocumentList,
  ScoredPassage,
  SearchReply,
  SearchRequest,
  SuggestionList,
} from '../protocol.js';
import { failureOf, isProblem, RequestFailedError } from './request-failed-error.js';
import { serverSentEvents } from './server-sent-events.js';

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

/**
 * Every method rejects with a {@link RequestFailedError} where the server refuses or fails, with
 * the signal's reason where that aborts, and with what `fetch` throws where there is no server.
 */
export interface DeclarationClient {
  /** Answers a question, or a conversation whose last message is one. */
  readonly ask: (asked: string | ChatRequest, options?: CallOptions) => Promise<ChatReply>;
  /** The same as it comes: `passages`, then `citation` and `delta`, then one `answer`. */
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
  readonly suggestions: (options?: CallOptions) => Promise<SuggestionList>;
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
    stream: async function* (asked, more) {
      const what = { ...more, body: bodyOf(asked), accept: 'text/event-stream' } as const;
      yield* chatEvents(await call('/api/chat', what));
    },
    search: (asked, more) => json('/api/search', { ...more, body: bodyOf(asked) }),
    documents: (more) => json('/api/documents', more),
    document: (id, more) => json(`/api/documents/${encodeURIComponent(id)}`, more),
    suggestions: (more) => json('/api/suggestions', more),
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
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...headers,
      accept: accept ?? 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok) throw await failureOf(response);
  return response;
}

async function* chatEvents(response: Response): AsyncGenerator<ChatEvent, void, void> {
  for await (const event of serverSentEvents(response)) {
    const data: unknown = JSON.parse(event.data);
    if (event.event === 'error') {
      throw new RequestFailedError(response.status, isProblem(data) ? data : undefined);
    }
    const known = toChatEvent(event.event, data);
    if (known !== undefined) yield known;
    if (known?.type === 'answer') return;
  }
  throw new RequestFailedError(response.status);
}

/** What a later server may send beside is passed over. */
function toChatEvent(event: string, data: unknown): ChatEvent | undefined {
  switch (event) {
    case 'passages':
      return { type: event, ...(data as SearchReply) };
    case 'citation':
      return { type: event, citation: data as Citation };
    case 'delta':
      return { type: event, ...(data as { readonly text: string }) };
    case 'answer':
      return { type: event, reply: data as ChatReply };
    default:
      return undefined;
  }
}
