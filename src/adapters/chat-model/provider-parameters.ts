import { DeclarationChatError } from '../../errors.js';
import { callSignal } from './call-signal.js';
import type { ChatProvider } from './named-model.js';

export interface Connection {
  readonly baseUrl: string | undefined;
  readonly apiKey: string | undefined;
  /** Until the reply begins, in milliseconds. */
  readonly timeoutMs: number;
}

const OPENAI_ADDRESS = 'https://api.openai.com/v1';
const ANTHROPIC_ADDRESS = 'https://api.anthropic.com';
const GOOGLE_ADDRESS = 'https://generativelanguage.googleapis.com';
const MISTRAL_ADDRESS = 'https://api.mistral.ai';
/** Nothing is to be made up. OpenAI's own newer models take no temperature: they get none. */
const TEMPERATURE = 0;
/** Of a reply; answers have some hundred, and models that think aloud count that too. */
const MAX_REPLY_TOKENS = 4096;
/** The client refuses to start without a key; servers of one's own mostly want none. */
const NO_KEY = 'none';
/**
 * The client would print what it cannot read, and with it whatever a server says, keys included.
 */
const SILENT = 'off';

/**
 * Address, key and time limit in each provider's own words. Addresses are always given, so that no
 * variable beside ours (OPENAI_BASE_URL, …) can send the key elsewhere.
 * @throws DeclarationChatError `invalid-configuration`
 */
export function parametersFor(
  provider: ChatProvider,
  connection: Connection,
): Readonly<Record<string, unknown>> {
  const { baseUrl, apiKey, timeoutMs } = connection;
  switch (provider) {
    case 'openai':
      return openAiParameters(connection);
    case 'anthropic':
      return {
        apiKey: required(apiKey, provider),
        anthropicApiUrl: baseUrl ?? ANTHROPIC_ADDRESS,
        clientOptions: { timeout: timeoutMs },
        temperature: TEMPERATURE,
        maxTokens: MAX_REPLY_TOKENS,
      };
    case 'google-genai':
      return {
        apiKey: required(apiKey, provider),
        baseUrl: baseUrl ?? GOOGLE_ADDRESS,
        temperature: TEMPERATURE,
        maxOutputTokens: MAX_REPLY_TOKENS,
      };
    case 'mistralai':
      return {
        apiKey: required(apiKey, provider),
        serverURL: baseUrl ?? MISTRAL_ADDRESS,
        temperature: TEMPERATURE,
        maxTokens: MAX_REPLY_TOKENS,
      };
    case 'ollama':
      return {
        ...(baseUrl === undefined ? {} : { baseUrl }),
        ...(apiKey === undefined ? {} : { headers: { authorization: `Bearer ${apiKey}` } }),
        fetch: fetchWithin(timeoutMs),
        temperature: TEMPERATURE,
      };
    default:
      if (baseUrl !== undefined) {
        throw new DeclarationChatError(
          'invalid-configuration',
          `CHAT_BASE_URL cannot be used with ${provider}; it is understood with openai, ` +
            'anthropic, google-genai, mistralai and ollama. Unset it, or name a model of one of ' +
            'those.',
        );
      }
      return { timeout: timeoutMs, ...(apiKey === undefined ? {} : { apiKey }) };
  }
}

function openAiParameters({
  baseUrl,
  apiKey,
  timeoutMs,
}: Connection): Readonly<Record<string, unknown>> {
  if (baseUrl === undefined) {
    return {
      apiKey: required(apiKey, 'openai'),
      timeout: timeoutMs,
      configuration: { baseURL: OPENAI_ADDRESS, logLevel: SILENT },
    };
  }
  return {
    apiKey: apiKey ?? NO_KEY,
    timeout: timeoutMs,
    // Null keeps OPENAI_ORGANIZATION and OPENAI_PROJECT_ID from a server that is not OpenAI's.
    configuration: { baseURL: baseUrl, organization: null, project: null, logLevel: SILENT },
    // Not every server understands `stream_options`.
    streamUsage: false,
    temperature: TEMPERATURE,
    maxTokens: MAX_REPLY_TOKENS,
  };
}

function required(apiKey: string | undefined, provider: ChatProvider): string {
  if (apiKey !== undefined) return apiKey;
  throw new DeclarationChatError(
    'invalid-configuration',
    `CHAT_API_KEY is not set, and ${provider} answers nobody without a key. Set it in the ` +
      'environment or in .env.',
  );
}

/** Ollama's client has no time limit of its own, and passes no signal on. */
function fetchWithin(timeoutMs: number): typeof fetch {
  return (input, init) => {
    const signals = [init?.signal, callSignal.getStore(), AbortSignal.timeout(timeoutMs)].filter(
      (signal) => signal != null,
    );
    return fetch(input, { ...init, signal: AbortSignal.any(signals) });
  };
}
