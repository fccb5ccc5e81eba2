/**
 * Loads a package of `bench/peers/package.json`. It is no dependency of the project, so that its
 * types are not there when the project is checked: whoever uses it says which of it they use.
 * @throws PeerMissingError
 */
export async function loadPeer(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new PeerMissingError(name);
  }
}

export class PeerMissingError extends Error {
  constructor(name: string) {
    super(`${name} is not installed (npm run bench:peers).`);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
