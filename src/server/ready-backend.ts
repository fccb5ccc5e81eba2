import { DeclarationChatError } from '../errors.js';
import type { AppDependencies, ChatBackend } from './dependencies.js';

/** @throws DeclarationChatError `not-ready` while the index is still loading */
export function readyBackend(deps: AppDependencies): ChatBackend {
  const backend = deps.backend();
  if (backend === undefined) {
    throw new DeclarationChatError(
      'not-ready',
      'The index is still being loaded. Ask again in a moment; GET /readyz tells when.',
    );
  }
  return backend;
}
