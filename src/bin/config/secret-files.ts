import { readFileSync } from 'node:fs';
import { DeclarationChatError } from '../../errors.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that may stand in a file instead, as Docker and Kubernetes mount secrets. */
export const IN_FILES = [
  'ACCESS_TOKEN',
  'ADMIN_TOKEN',
  'API_TOKEN',
  'CHAT_API_KEY',
  'DATABASE_URL',
] as const;

/**
 * The environment with what `NAME_FILE` names read into `NAME`, without the line's end.
 * @throws DeclarationChatError `invalid-configuration` where the file cannot be read or both are set
 */
export function withSecretFiles(environment: Environment): Environment {
  const read = IN_FILES.flatMap((name) => {
    const path = environment[`${name}_FILE`]?.trim() ?? '';
    return path === '' ? [] : [[name, secretIn(path, name, environment)] as const];
  });
  return { ...environment, ...Object.fromEntries(read) };
}

function secretIn(path: string, name: string, environment: Environment): string {
  if ((environment[name] ?? '').trim() !== '') {
    throw new DeclarationChatError(
      'invalid-configuration',
      `${name} and ${name}_FILE are both set. Keep one of them.`,
    );
  }
  let secret: string;
  try {
    secret = readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new DeclarationChatError(
      'invalid-configuration',
      `${name}_FILE="${path}" cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`,
      { cause },
    );
  }
  if (secret !== '') return secret;
  throw new DeclarationChatError('invalid-configuration', `${name}_FILE="${path}" is empty.`);
}
