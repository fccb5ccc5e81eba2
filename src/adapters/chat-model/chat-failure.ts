import type { ChatFailure } from '../../ports/chat-model.js';

export const TIMED_OUT: ChatFailure = {
  reason: 'timeout',
  message: 'The chat model did not answer in time.',
};
export const UNREADABLE: ChatFailure = {
  reason: 'unreadable',
  message:
    'What came back is no reply of a chat model. Check that CHAT_BASE_URL is the address of its API.',
};
export const BROKEN_OFF: ChatFailure = {
  reason: 'broken-off',
  message: 'The reply of the chat model broke off before its end.',
};
export const CUT_SHORT: ChatFailure = {
  reason: 'cut-short',
  message: 'The reply of the chat model was longer than it may be and was cut short.',
};
export const WITHHELD: ChatFailure = {
  reason: 'withheld',
  message: "The chat model's server withheld the reply, or the rest of it, by a filter of its own.",
};

/**
 * What LangChain and the providers' own packages throw, told apart by status, name and code alone.
 */
export function chatFailure(error: unknown): ChatFailure {
  const thrown = asThrown(error);
  const status = thrown.status ?? thrown.status_code ?? thrown.statusCode;
  if (typeof status === 'number') return byStatus(status, thrown);
  if (/timeout/iu.test(`${thrown.name} ${thrown.kind}`)) return TIMED_OUT;
  if (/connection/iu.test(thrown.kind) || thrown.message === 'fetch failed') {
    return {
      reason: 'unreachable',
      message:
        'The server of the chat model cannot be reached. Check CHAT_BASE_URL and whether the server runs.',
    };
  }
  // OpenAI's package throws it for an error that is told in the middle of a stream.
  if (thrown.kind === 'APIError') {
    return { reason: 'server-error', message: "The chat model's server failed while it replied." };
  }
  // What Node's fetch says when a body ends before it is whole.
  if (thrown.message === 'terminated') return BROKEN_OFF;
  return UNREADABLE;
}

function byStatus(status: number, { retryAfterMs }: Thrown): ChatFailure {
  const http = `HTTP ${status}`;
  if (status === 401 || status === 403) {
    return {
      reason: 'key-refused',
      message: `The chat model's server refused the key (${http}). Check CHAT_API_KEY.`,
    };
  }
  if (status === 404) {
    return {
      reason: 'not-found',
      message:
        `The chat model's server knows no such model or address (${http}). Check ` +
        'CHAT_MODEL and CHAT_BASE_URL.',
    };
  }
  if (status === 408) return TIMED_OUT;
  if (status === 429) {
    return {
      reason: 'rate-limited',
      message: `The chat model's server takes no more requests for now (${http}).`,
      ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}),
    };
  }
  if (status >= 500) {
    return { reason: 'server-error', message: `The chat model's server failed (${http}).` };
  }
  return {
    reason: 'request-refused',
    message: `The chat model's server refused the request (${http}).`,
  };
}

interface Thrown {
  readonly name: string;
  /** Name of the class, which says more than `name` where a package leaves that at `Error`. */
  readonly kind: string;
  readonly message: string;
  readonly status?: unknown;
  readonly status_code?: unknown;
  readonly statusCode?: unknown;
  readonly retryAfterMs?: unknown;
}

function asThrown(error: unknown): Thrown {
  if (!(error instanceof Error)) return { name: '', kind: '', message: '' };
  const thrown = error as Error & Partial<Thrown>;
  const { name, message, status, status_code, statusCode, retryAfterMs } = thrown;
  const kind = error.constructor.name;
  return { name, kind, message, status, status_code, statusCode, retryAfterMs };
}
