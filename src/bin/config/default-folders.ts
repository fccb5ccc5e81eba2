import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS_DIR } from '../../composition/shipped-files.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where texts and index are, for the variables of the environment that leave it open: in the
 * working directory; where nothing of the kind is there, the texts that ship, with their index
 * among the caches of the user.
 */
export function defaultFolders(environment: Environment): Environment {
  const isGiven = (name: string): boolean => (environment[name]?.trim() ?? '') !== '';
  if (isGiven('CORPUS_DIR') || existsSync('corpus') || existsSync('index')) return {};
  return {
    CORPUS_DIR,
    ...(isGiven('INDEX_DIR') ? {} : { INDEX_DIR: join(cacheOf(environment), 'shipped-texts') }),
  };
}

function cacheOf({ XDG_CACHE_HOME, LOCALAPPDATA, HOME = '.' }: Environment): string {
  return join(XDG_CACHE_HOME ?? LOCALAPPDATA ?? join(HOME, '.cache'), 'declaration-chat');
}
