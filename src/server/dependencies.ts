import type { ChatEvent, SearchReply } from '../protocol.js';
import type { ListedDocument } from '../ports/search-index.js';
import type { ChatFailureReason } from '../ports/chat-model.js';
import type { Stages } from '../ports/stages.js';
import type { Document, Inquiry } from '../types.js';
import type { Admission } from './admission/admission.js';
import type { TrustedProxies } from './access/trusted-proxies.js';
import type { AllowedOrigins } from './access/allowed-origins.js';
import type { Feedback } from './feedback/feedback.js';
import type { Metrics } from './metrics/metrics.js';
import type { RequestOutcome } from './identify-requests.js';
import type { WidgetScript } from './widget-script.js';

/** The texts that are served, in the order in which they are listed. */
export interface DocumentLibrary {
  readonly list: () => readonly ListedDocument[];
  /** Whether there is such a text. */
  readonly has: (id: string) => boolean;
  /** With its words; undefined where there is no such text. The same object as long as it is held. */
  readonly get: (id: string) => Promise<Document | undefined>;
}

/** The files that the texts were read from. */
export interface SourceLibrary {
  /** Whether a text was read from a file. */
  readonly has: (document: Pick<Document, 'id'>) => boolean;
  /** The file as it lies there now; undefined where it is gone, or may not be read. */
  readonly read: (document: Pick<Document, 'id'>) => Promise<SourceContent | undefined>;
}

export interface SourceContent {
  readonly bytes: Uint8Array;
  /** Of the file, without its folder. */
  readonly name: string;
}

/**
 * What the server offers over HTTP; loaded as one, so that an answer and the page it cites never
 * disagree.
 */
export interface ChatBackend {
  /** Streams what an answer is made of; ends after the one `answer` event. Throws on failure. */
  readonly answer: (
    inquiry: Inquiry,
    options: { readonly signal: AbortSignal },
  ) => AsyncIterable<ChatEvent>;
  readonly search: (
    inquiry: Inquiry,
    options: { readonly topK: number; readonly signal: AbortSignal },
  ) => Promise<SearchReply>;
  readonly documents: DocumentLibrary;
  /** Absent where the files themselves are not served. */
  readonly sources?: SourceLibrary;
  /**
   * Questions to begin with, of these documents where some are given; none where absent. Each has
   * been asked, and was answered.
   */
  readonly suggest?: (
    documents?: readonly string[],
  ) => readonly string[] | Promise<readonly string[]>;
  /** Absent where no vectors are served. */
  readonly embedder?: TextEmbedder;
}

/** The model that the texts are searched with, for texts of a program's own. */
export interface TextEmbedder {
  /** What clients call it. */
  readonly model: string;
  readonly dimensions: number;
  /** Vectors of unit length, in the order of the texts. Throws `signal.reason` on abort. */
  readonly embed: (
    texts: readonly string[],
    options: { readonly side: 'query' | 'passage'; readonly signal: AbortSignal },
  ) => Promise<number[][]>;
}

/** A failure that is the server's own. The client is told the id and nothing else. */
export interface Incident {
  /** UUID; the problem document carries it as `instance`. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Of the request; the reply's `X-Request-Id`. */
  readonly request: string;
  readonly error: unknown;
}

/** What is served, by what; for everybody who reaches the server, so no path, address or key. */
export interface Readiness {
  /** Of the index; another build has another. */
  readonly generation?: string | undefined;
  /** ISO 8601, UTC. */
  readonly builtAt?: string | undefined;
  readonly documents: number;
  readonly paragraphs: number;
  /** Files of the corpus folder that are not served; absent where nobody has looked yet. */
  readonly leftOut?: number | undefined;
  readonly models: {
    readonly embedding: string;
    readonly reader: string;
    /** Absent where answers are the texts' own words. */
    readonly chat?: string | undefined;
  };
  /** How the chat model replied last; absent where it has not been asked yet. */
  readonly chatModel?: ChatModelSeen | undefined;
}

export interface ChatModelSeen {
  readonly reply: 'ok' | ChatFailureReason;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface AppDependencies {
  /**
   * `undefined` while the index is still loading: then `/livez` answers 200 and everything that
   * needs it 503.
   */
  readonly backend: () => ChatBackend | undefined;
  /** What `GET /readyz` tells once there is a backend; only that it is ready where absent. */
  readonly readiness?: (() => Readiness) | undefined;
  /** Where incidents are logged; the process's standard error unless given. */
  readonly onIncident?: ((incident: Incident) => void) | undefined;
  /** Told of each request when it is over. */
  readonly onRequest?: ((outcome: RequestOutcome) => void) | undefined;
  /**
   * Aborts when the server must end what it is still answering: open streams then end with `error`.
   */
  readonly shutdown?: AbortSignal;
  /**
   * Silence on an event stream after which a `: ping` comment is sent, in milliseconds; 15,000
   * unless given.
   */
  readonly pingIntervalMs?: number;
  /** Other sites whose pages may call this server; none unless given. */
  readonly allowedOrigins?: AllowedOrigins;
  /** Lets in as many questions as can be answered in time; all where absent. */
  readonly admission?:
    Pick<Admission, 'run' | 'stream' | 'refuseExcess' | 'refuseWhereLate'> | undefined;
  /** Told of what questions go through; nobody where absent. */
  readonly stages?: Stages | undefined;
  /** Takes note of what is not answered, and of what visitors say of replies; nothing where absent. */
  readonly feedback?: Pick<Feedback, 'during' | 'judge'> | undefined;
  /** What `GET /metrics` shows; absent where nothing is measured. */
  readonly metrics?: Metrics;
  /**
   * Brings the index up to date, for `POST /admin/reload`; that is absent without. Gives what went
   * wrong, for the operator, where something did.
   */
  readonly reload?: () => Promise<string | undefined>;
  /** What `/admin` asks for; only this machine is let in where absent. */
  readonly adminToken?: string | undefined;
  /** What every request must carry but those for `/livez` and `/readyz`; nothing where absent. */
  readonly accessToken?: string | undefined;
  /** Questions that one address may ask in a minute; any number where absent. */
  readonly questionsPerMinute?: number;
  /** Proxies whose word on a client's address is taken, as Express has it; none unless given. */
  readonly trustProxy?: TrustedProxies | undefined;
  /** What `/v1` and `/mcp` ask for; whoever may ask questions is let in where absent. */
  readonly apiToken?: string | undefined;
  /**
   * Whether answers of `/v1/chat/completions` end with a list of their sources, for clients that
   * show nothing but text; true unless given.
   */
  readonly sourceList?: boolean | undefined;
  /** What `/widget.js` sends; absent where it was not built. */
  readonly widget?: WidgetScript | undefined;
}
