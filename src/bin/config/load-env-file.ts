import { existsSync } from 'node:fs';
import { DeclarationChatError } from '../../errors.js';

/**
 * Reads `.env` into the environment; a variable that is set already wins.
 * @throws DeclarationChatError `invalid-configuration`
 */
export function loadEnvFile(path = '.env'): void {
  if (!existsSync(path)) return;
  try {
    process.loadEnvFile(path);
  } catch (cause) {
    throw new DeclarationChatError(
      'invalid-configuration',
      `${path} cannot be read (${(cause as Error).message}). It holds lines of NAME=value.`,
      { cause },
    );
  }
}
