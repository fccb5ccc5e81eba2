import { expect, test } from 'vitest';
import { loadExpansionModel } from '../../src/bin/composition-root.js';
import { loadConfig } from '../../src/bin/config/load-config.js';
import { DeclarationChatError } from '../../src/errors.js';

const KEY = 'sk-very-secret-4711';

async function refusal(env: Readonly<Record<string, string>>): Promise<DeclarationChatError> {
  try {
    await loadExpansionModel(loadConfig(env));
  } catch (error) {
    if (error instanceof DeclarationChatError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['without one', {}, 'Set CHAT_MODEL'],
  [
    'without the package of the provider',
    { CHAT_MODEL: 'groq:llama', CHAT_API_KEY: KEY },
    'npm install @langchain/groq',
  ],
  ['without a key where one is needed', { CHAT_MODEL: 'openai:gpt' }, 'CHAT_API_KEY is not set'],
  [
    'with a key that no header can hold',
    { CHAT_MODEL: 'openai:gpt', CHAT_API_KEY: `${KEY} ü` },
    'CHAT_API_KEY must be',
  ],
  [
    'with a password in the address',
    { CHAT_MODEL: 'small', CHAT_BASE_URL: `http://me:${KEY}@127.0.0.1:1/v1` },
    'CHAT_BASE_URL must not hold',
  ],
  [
    'with an address that is none',
    { CHAT_MODEL: 'small', CHAT_BASE_URL: '127.0.0.1:11434' },
    'CHAT_BASE_URL must be an address',
  ],
])('a chat model that is to write questions, %s, is refused', async (_what, env, message) => {
  const { code, message: said } = await refusal(env);
  // The program ends with status 2 by either.
  expect(['invalid-arguments', 'invalid-configuration']).toContain(code);
  expect(said).toContain(message);
  expect(said).not.toContain(KEY);
});
