import { DeclarationChatError } from '../../errors.js';

/**
 * Providers by LangChain's names, and what `npm install` is told for each. `@langchain/openai` is
 * here already; of the others that this project knows by itself, the version is one that was
 * tried.
 */
const PACKAGES = {
  openai: '@langchain/openai',
  anthropic: '@langchain/anthropic@1.5.11',
  ollama: '@langchain/ollama@1.3.0',
  azure_openai: '@langchain/openai',
  bedrock: '@langchain/aws',
  cerebras: '@langchain/cerebras',
  cohere: '@langchain/cohere',
  deepseek: '@langchain/deepseek',
  fireworks: '@langchain/fireworks',
  google: '@langchain/google',
  'google-genai': '@langchain/google-genai@2.3.2',
  'google-vertexai': '@langchain/google-vertexai',
  groq: '@langchain/groq',
  mistralai: '@langchain/mistralai@1.2.0',
  perplexity: '@langchain/perplexity',
  together: '@langchain/together-ai',
  xai: '@langchain/xai',
} as const satisfies Record<string, string>;

export type ChatProvider = keyof typeof PACKAGES;

export interface NamedModel {
  readonly provider: ChatProvider;
  /** As the provider calls it. */
  readonly model: string;
}

/**
 * Tells the provider from the model in `provider:model`. Where an address is given, a name without
 * a provider is a model of an OpenAI-compatible server, also one with a colon of its own
 * (`llama3.2:3b`).
 * @throws DeclarationChatError `invalid-configuration`
 */
export function namedModel({
  model,
  baseUrl,
}: {
  readonly model: string;
  readonly baseUrl?: string | undefined;
}): NamedModel {
  const colon = model.indexOf(':');
  const [prefix, rest] = [model.slice(0, Math.max(0, colon)), model.slice(colon + 1).trim()];
  if (isProvider(prefix) && rest !== '') return { provider: prefix, model: rest };
  if (baseUrl !== undefined && !isProvider(prefix)) return { provider: 'openai', model };
  throw new DeclarationChatError(
    'invalid-configuration',
    `CHAT_MODEL="${model}" does not name a provider and a model. Write provider:model, such ` +
      `as openai:gpt-4.1-mini; providers are ${Object.keys(PACKAGES).join(', ')}. A server of ` +
      'your own that speaks the OpenAI protocol takes CHAT_BASE_URL beside it.',
  );
}

/** The command that installs what a provider needs. */
export function installCommand(provider: ChatProvider): string {
  return `npm install ${PACKAGES[provider]}`;
}

function isProvider(name: string): name is ChatProvider {
  return Object.hasOwn(PACKAGES, name);
}
