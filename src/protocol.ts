/** The wire types: what crosses HTTP, in the names that clients see. */

/** `POST /api/chat`: the conversation, the question last, or the question alone; exactly one of both. */
export interface ChatRequest {
  readonly messages?: readonly ChatRequestMessage[];
  readonly question?: string;
  /** Ids of the documents to stay within; all where absent. */
  readonly documents?: readonly string[];
  /**
   * The question is searched for as it stands: neither made standalone by earlier messages nor mended
   * in its spelling. `query` is then the question itself.
   */
  readonly asTyped?: boolean;
  /** Events as they come in place of one reply. */
  readonly stream?: boolean;
}

export interface ChatRequestMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** `POST /api/search`: as of {@link ChatRequest}. */
export interface SearchRequest extends Omit<ChatRequest, 'stream'> {
  /** Paragraphs at most, 1 to 50; 10 where absent. */
  readonly topK?: number;
}

/** One retrieved paragraph. */
export interface ScoredPassage {
  readonly documentId: string;
  readonly documentTitle: string;
  readonly paragraph: string;
  readonly section: readonly string[];
  /** The page of the file on which the paragraph begins; absent where it has no pages. */
  readonly page?: string;
  readonly text: string;
  /** Fused relevance, 0 to about 1; comparable between questions. */
  readonly score: number;
  /** Permanent address of the paragraph, relative to the server: `/documents/{id}#{anchor}`. */
  readonly url: string;
}

export interface SearchReply {
  /** What was searched for: the question, made standalone where it leaned on earlier messages. */
  readonly query: string;
  /** Best first, one entry a paragraph. */
  readonly passages: readonly ScoredPassage[];
}

export interface Citation {
  /** 1-based, consecutive by first use in the answer. */
  readonly number: number;
  readonly documentId: string;
  readonly documentTitle: string;
  readonly paragraph: string;
  readonly section: readonly string[];
  /** The page of the file on which the paragraph begins; absent where it has no pages. */
  readonly page?: string;
  /** The whole paragraph. */
  readonly text: string;
  /** The words in it that bear the sentence out: `document.text.slice(start, end)`. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /**
   * What in the quote decides: what the question asks for, or the words that both have. In order,
   * apart from each other, offsets as `start` and `end`; absent where nothing can be told.
   */
  readonly deciding?: readonly { readonly start: number; readonly end: number }[];
  readonly url: string;
}

/** A paragraph that came near, and the words in it that came nearest. */
export interface NearestPassage extends ScoredPassage {
  /** `document.text.slice(start, end)`. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The provider did not count them: they are estimated by the characters. */
  readonly estimated?: true;
  /** In the currency of the prices that the operator has set; absent where there are none. */
  readonly cost?: number;
}

interface ReplyBase {
  readonly id: string;
  /** Plain text with `[n]` markers. */
  readonly answer: string;
  readonly mode: 'extractive' | 'generative';
  readonly query: string;
  readonly citations: readonly Citation[];
  /**
   * Where a chat model was asked and what it said was not used: it failed, or the texts do not bear
   * it out. `mode` is then `extractive`.
   */
  readonly fallback?: 'model-failed' | 'model-unsupported';
  /**
   * Sentences of the chat model that the texts did not bear out: the source's own sentence stands in
   * their place, in quotation marks. Absent where there are none.
   */
  readonly replaced?: number;
  /**
   * Sentences of the chat model that are left out: nothing of the texts comes near them, or nobody
   * could check them. Absent where there are none.
   */
  readonly omitted?: number;
  /**
   * Sentences of the chat model in a language that the reader does not read: numbers and quotations
   * were looked up, what they mean was not judged. Absent where there are none.
   */
  readonly unjudged?: number;
  /** Tokens that the chat model took; absent where it was not asked. */
  readonly usage?: TokenUsage;
  /**
   * Said beside the answer, in the language of the question where the product speaks it: that the
   * texts are in another one. Absent where question and texts share a language.
   */
  readonly notice?: string;
  /** `POST /api/feedback` takes what a visitor says of it; absent where the server does not ask. */
  readonly feedback?: true;
  /** Up to three questions to go on with, which the texts answer; absent where there are none. */
  readonly suggestions?: readonly string[];
}

export interface Answer extends ReplyBase {
  readonly answered: true;
  /**
   * Where it is of several texts, one after the other: what each says, in that order, then those that
   * were asked and say nothing.
   */
  readonly sides?: readonly AnswerSide[];
  /**
   * The chat model failed after its first sentences: what is there is checked and whole, but there
   * may have been more.
   */
  readonly truncated?: true;
}

/** What one of the texts that an answer is made of says. */
export interface AnswerSide {
  readonly documentId: string;
  /** What the text is called beside the others: "Dushanbe 2021". */
  readonly name: string;
  /** Its sentences are `answer.slice(start, end)`, without the name; empty where it says nothing. */
  readonly start: number;
  readonly end: number;
  /** That it says nothing; part of the reply's own `notice`. */
  readonly notice?: string;
}

/** The texts do not say. `citations` is empty and `nearest` holds what came closest. */
export interface Abstention extends ReplyBase {
  readonly answered: false;
  /**
   * Nothing was asked of them: it was said to the service, such as a greeting. `answer` is the
   * service's own word, and `nearest` is empty.
   */
  readonly remark?: true;
  /** It is not sure that they do not: what came closest may be an answer. */
  readonly unsure?: true;
  readonly citations: readonly [];
  readonly nearest: readonly NearestPassage[];
}

export type ChatReply = Answer | Abstention;

/**
 * What an answer is made of, in the order of the event stream: `passages` once, then `citation`
 * (always before the first `delta` that uses its number) and `delta`, then `answer` once. The
 * deltas concatenate to `reply.answer`.
 */
export type ChatEvent =
  | {
      readonly type: 'passages';
      readonly query: string;
      readonly passages: readonly ScoredPassage[];
    }
  | { readonly type: 'citation'; readonly citation: Citation }
  | { readonly type: 'delta'; readonly text: string }
  | { readonly type: 'answer'; readonly reply: ChatReply };

/** RFC 9457 problem document. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /**
   * Names this one occurrence, `urn:uuid:…`; the server's log has the same. Present where the fault
   * is the server's.
   */
  readonly instance?: string;
}

/** `POST /api/feedback`; 204 once it is taken, 404 where the reply cannot be judged (any more). */
export interface FeedbackRequest {
  /** Of the reply. */
  readonly id: string;
  readonly helpful: boolean;
}

export interface DocumentSummary {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  readonly place?: string;
  readonly language: string;
  readonly paragraphCount: number;
  readonly url: string;
}

/** `GET /api/documents` */
export interface DocumentList {
  readonly documents: readonly DocumentSummary[];
}

/**
 * `GET /api/suggestions`: questions that the texts answer, for whoever does not know yet what to
 * ask.
 */
export interface SuggestionList {
  readonly suggestions: readonly string[];
}

/** `document.text.slice(start, end) === text`, in UTF-16 code units. */
export interface DocumentParagraph {
  readonly paragraph: string;
  readonly section: readonly string[];
  /** The page of the file on which the paragraph begins; absent where it has no pages. */
  readonly page?: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** `GET /api/documents/{id}` */
export interface DocumentDetail extends DocumentSummary {
  /** What took the text out of the file: `plain-text`, `pdf`, …; absent where it came from none. */
  readonly loader?: string;
  /** Where the file itself is served; absent where it is not. */
  readonly sourceUrl?: string;
  /** The source's own characters, never corrected. */
  readonly text: string;
  readonly paragraphs: readonly DocumentParagraph[];
}
