import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { DeclarationChatError } from '../../errors.js';
import { installCommand, namedModel, type NamedModel } from './named-model.js';
import { parametersFor } from './provider-parameters.js';

/** LangChain's own default is six retries. */
const DEFAULT_MAX_RETRIES = 1;
/** LangChain's own default is no limit. */
const DEFAULT_MAX_CONCURRENCY = 8;
/** Until a reply begins; small models on a processor take long to read a prompt. */
const DEFAULT_TIMEOUT_MS = 120_000;

export interface ChatModelSettings {
  /**
   * `provider:model` (`openai:gpt-4.1-mini`); where `baseUrl` is given, the model's name alone will
   * do.
   */
  readonly model: string;
  /**
   * Of any server that speaks the OpenAI protocol, `/v1` included; of an Anthropic or Ollama server
   * where `model` says so.
   */
  readonly baseUrl?: string;
  /**
   * OpenAI and Anthropic answer nobody without; the variables of their own packages
   * (OPENAI_API_KEY, …) do not count.
   */
  readonly apiKey?: string;
  /** Attempts after the first, before the reply has begun. Default 1. */
  readonly maxRetries?: number;
  /** Requests at one time; further ones wait. Default 8. */
  readonly maxConcurrency?: number;
  /** Until the reply begins, in milliseconds. Default 120,000. */
  readonly timeoutMs?: number;
}

/**
 * The chat model that the settings name, as LangChain's `BaseChatModel`. What it throws when it is
 * called may quote the provider, and with it the key: say it by `chatFailure`.
 * @throws DeclarationChatError `invalid-configuration`; the message holds neither key nor address
 */
export async function loadChatModel(settings: ChatModelSettings): Promise<BaseChatModel> {
  const named = namedModel(settings);
  const parameters = parametersFor(named.provider, {
    baseUrl: settings.baseUrl,
    apiKey: settings.apiKey,
    timeoutMs: settings.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  });
  const { initChatModel } = await import('langchain/chat_models/universal');
  try {
    const configurable = await initChatModel(named.model, {
      modelProvider: named.provider,
      maxRetries: settings.maxRetries ?? DEFAULT_MAX_RETRIES,
      maxConcurrency: settings.maxConcurrency ?? DEFAULT_MAX_CONCURRENCY,
      ...parameters,
    });
    // The wrapper makes and keeps a further model for each set of call options, each with a queue
    // of its own.
    return await configurable._getModelInstance();
  } catch (error) {
    throw unusable(named, error);
  }
}

function unusable({ provider, model }: NamedModel, error: unknown): DeclarationChatError {
  const message = error instanceof Error ? error.message : '';
  if (/unable to import|cannot find (?:package|module)/iu.test(message)) {
    return new DeclarationChatError(
      'invalid-configuration',
      `CHAT_MODEL="${provider}:${model}" needs a package that is not installed. Run ` +
        `\`${installCommand(provider)}\`.`,
    );
  }
  // The words of the package may hold the key.
  return new DeclarationChatError(
    'invalid-configuration',
    `CHAT_MODEL="${provider}:${model}" cannot be set up with what is configured. Check ` +
      'CHAT_MODEL, CHAT_BASE_URL and CHAT_API_KEY.',
  );
}
